package dev.migrationtower.probe.ovh;

import dev.migrationtower.probe.runtime.kit.FakeVendor;
import dev.migrationtower.probe.runtime.kit.FakeVendor.Reply;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Map;

/** OVHcloud at 22:44, with two instances that are off, a server that is off, and a node pool of no nodes. */
final class FakeOvh {
    static final String APPLICATION_KEY = "app-k3y";
    static final String APPLICATION_SECRET = "app-s3cret";
    static final String CONSUMER_KEY = "consumer-k3y";
    static final String CLIENT_SECRET = "client-s3cret";
    static final String TOKEN = "tok3n-1";
    static final Instant NOW = Instant.parse("2022-07-23T20:44:00Z");

    static final String TIME = "GET /1.0/auth/time";
    static final String EXCHANGE = "POST /auth/oauth2/token";
    static final String INSTANCES = "GET /1.0/cloud/project/abc123/instance";
    static final String SERVER = "GET /1.0/dedicated/server/ns1.example.net";
    static final String POOLS = "GET /1.0/cloud/project/abc123/kube/c-1/nodepool";
    static final Reply NO_CREDENTIAL = refusal(403, "NOT_CREDENTIAL", "This credential does not exist");
    static final Reply TOO_LATE = refusal(400, "QUERY_TIME_OUT", "Query out of time");

    private FakeOvh() {}

    static FakeVendor start(Vertx vertx) throws Exception {
        FakeVendor vendor = new FakeVendor(vertx);
        vendor.on(TIME, Long.toString(NOW.getEpochSecond()))
                .on(EXCHANGE, "{\"access_token\": \"" + TOKEN + "\", \"token_type\": \"Bearer\", \"expires_in\": 3599}")
                .on(INSTANCES, instances("SHUTOFF", "SHELVED_OFFLOADED"))
                .on(SERVER, "{\"name\": \"ns1.example.net\", \"powerState\": \"poweroff\", \"state\": \"ok\"}")
                .on(POOLS, pool("READY", 0, 0));
        vendor.letsIn((headers, body) -> knows(headers, body), NO_CREDENTIAL);
        return vendor;
    }

    static String instances(String first, String second) {
        return """
                [{"id": "i-1", "name": "etl-1", "status": "%s", "region": "GRA11", "operationIds": []},
                 {"id": "i-2", "name": "etl-2", "status": "%s", "region": "GRA11"},
                 {"id": "i-3", "name": "web", "status": "ACTIVE", "region": "GRA11"}]""".formatted(first, second);
    }

    static String pool(String status, int current, int desired) {
        return "[{\"id\": \"p-1\", \"name\": \"workers\", \"status\": \"" + status + "\", \"currentNodes\": " + current
                + ", \"desiredNodes\": " + desired + "}]";
    }

    /** Asking for the time, or for a token, is for everybody who knows how. */
    private static boolean knows(MultiMap headers, String body) {
        String consumer = headers.get("X-Ovh-Consumer");
        String bearer = headers.get("Authorization");
        return consumer != null
                ? consumer.equals(CONSUMER_KEY)
                : bearer != null ? bearer.equals("Bearer " + TOKEN) : body.isEmpty() || body.contains(CLIENT_SECRET);
    }

    /** Whether a request was signed within a minute of this time. */
    static boolean inTime(MultiMap headers, Instant now) {
        String stamp = headers.get("X-Ovh-Timestamp");
        return stamp == null || Math.abs(Long.parseLong(stamp) - now.getEpochSecond()) < 60;
    }

    private static Reply refusal(int status, String code, String message) {
        return new Reply(status, "{\"errorCode\": \"" + code + "\", \"message\": \"" + message + "\"}", Map.of());
    }
}
