package dev.migrationtower.probe.scalingo;

import dev.migrationtower.probe.runtime.kit.FakeVendor;
import dev.migrationtower.probe.runtime.kit.FakeVendor.Reply;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Scalingo with one app, which is stopped but for a one-off, and its database. Both its regions are at one address. */
final class FakeScalingo {
    static final String TOKEN = "tk-us-s3cret";
    static final String EXCHANGE = "POST /v1/tokens/exchange";
    static final String APP = "GET /v1/apps/pix-api";
    static final String PS = APP + "/ps";
    static final String FORMATION = APP + "/containers";
    static final String ADDONS = APP + "/addons";
    static final String ADDON_TOKEN = "POST /v1/apps/pix-api/addons/ad-1/token";
    static final String DATABASE = "GET /api/databases/ad-1";
    static final String NO_CONTAINERS = "{\"containers\": []}";

    private FakeScalingo() {}

    static FakeVendor start(Vertx vertx) throws Exception {
        FakeVendor vendor = new FakeVendor(vertx);
        vendor.on(EXCHANGE, "{\"token\": \"" + jwt("one") + "\"}")
                .on(APP, "{\"app\": {\"name\": \"pix-api\", \"status\": \"stopped\"}}")
                .on(PS, dated("""
                        {"containers": [{"id": "1", "type": "one-off", "type_index": 12, "label": "one-off-12", "state": "running",
                          "command": "bash", "created_at": "2022-07-23T22:30:00.000+02:00", "deleted_at": null}]}"""))
                .on(
                        FORMATION,
                        "{\"containers\": [{\"name\": \"web\", \"amount\": 0}, {\"name\": \"worker\", \"amount\": 0}]}")
                .on(ADDONS, """
                        {"addons": [{"id": "ad-0", "addon_provider": {"id": "redis"}, "status": "running"},
                                    {"id": "ad-1", "addon_provider": {"id": "postgresql"}, "status": "running"}]}""")
                .on(ADDON_TOKEN, "{\"addon\": {\"id\": \"ad-1\", \"token\": \"" + jwt("addon") + "\"}}")
                .on(DATABASE, "{\"database\": {\"status\": \"running\", \"periodic_backups_enabled\": false}}")
                .on(DATABASE + "/backups", """
                        {"database_backups": [{"status": "error", "created_at": "2022-07-23T22:40:00+02:00"},
                          {"status": "done", "created_at": "2022-07-23T21:00:00+02:00"}]}""")
                .on(DATABASE + "/metrics", """
                        {"cpu_usage": 3, "database_stats": {"data_size": 900000000000, "current_connections": 2, "max_connections": 480}}""")
                .on(DATABASE + "/instances_status", """
                        [{"id": "i-2", "type": "db-node", "status": "running", "role": "follower"},
                         {"id": "i-1", "type": "db-node", "status": "running", "role": "leader"}]""")
                .on(
                        DATABASE + "/instances/i-1/metrics/disk?last=true",
                        "{\"disk_metrics\": [{\"disk_used\": 750, \"disk_total\": 1000}]}");
        vendor.letsIn(
                (headers, body) -> {
                    String who = String.valueOf(headers.get("Authorization"));
                    return who.equals("Basic "
                                    + Base64.getEncoder()
                                            .encodeToString((":" + TOKEN).getBytes(StandardCharsets.UTF_8)))
                            || who.startsWith("Bearer " + base64("{}"));
                },
                new Reply(401, "{\"error\": \"Invalid credentials\"}", Map.of()));
        return vendor;
    }

    /** At 22:44 by Scalingo's clock. */
    static Reply dated(String body) {
        return new Reply(200, body, Map.of("Date", "Sat, 23 Jul 2022 20:44:00 GMT"));
    }

    /** A token of an hour. */
    static String jwt(String signature) {
        return base64("{}") + "." + base64("{\"iat\": 1590753928, \"exp\": 1590757528}") + "." + signature;
    }

    static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
