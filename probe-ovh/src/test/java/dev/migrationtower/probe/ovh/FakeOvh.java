package dev.migrationtower.probe.ovh;

import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.simulator.estate.Machines;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.ovh.OvhVoice;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The simulator's OVHcloud at 22:44, with two instances that are off and one that runs; a server that is off and a node pool of no nodes,
 * which the simulator has not, are put there.
 */
final class FakeOvh implements AfterEachCallback, AutoCloseable {
    static final Instant NOW = Instant.parse("2022-07-23T20:44:00Z");
    static final String TIME = "GET /1.0/auth/time";
    static final String EXCHANGE = "POST /auth/oauth2/token";
    static final String INSTANCES = "GET /1.0/cloud/project/abc123/instance";
    static final String SERVER = "GET /1.0/dedicated/server/ns1.example.net";
    static final String POOLS = "GET /1.0/cloud/project/abc123/kube/c-1/nodepool";

    final Machines machines;
    final VendorServer server;

    FakeOvh() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW.minus(Duration.ofMinutes(5)));
        machines =
                new Machines(now::get, new Pace(1)).with("etl-1").with("etl-2").with("web");
        machines.turn("etl-1", false);
        machines.turn("etl-2", false);
        now.set(NOW);
        server = Bench.vendor(Clock.fixed(NOW, ZoneOffset.UTC), new OvhVoice(machines, new Pace(1)));
        server.on(SERVER, "{\"name\": \"ns1.example.net\", \"powerState\": \"poweroff\", \"state\": \"ok\"}")
                .on(POOLS, pool("READY", 0, 0));
    }

    /** The environment of an account that signs its requests. */
    static Map<String, String> keys(String consumerKey) {
        return Map.of(
                "TOWER_OVH_ACCOUNTS_DEFAULT_APPLICATION_KEY", OvhVoice.APPLICATION_KEY,
                "TOWER_OVH_ACCOUNTS_DEFAULT_APPLICATION_SECRET", OvhVoice.APPLICATION_SECRET,
                "TOWER_OVH_ACCOUNTS_DEFAULT_CONSUMER_KEY", consumerKey);
    }

    /** The environment of an OAuth2 client. */
    static Map<String, String> client(String secret) {
        return Map.of(
                "TOWER_OVH_ACCOUNTS_DEFAULT_CLIENT_ID",
                OvhVoice.CLIENT_ID,
                "TOWER_OVH_ACCOUNTS_DEFAULT_CLIENT_SECRET",
                secret);
    }

    /** A probe with this account. */
    OvhProbe probe(Map<String, String> account, Duration timeout, Clock clock) {
        Map<String, String> environment = new HashMap<>(account);
        environment.put("TOWER_OVH_ACCOUNTS_DEFAULT_API_URL", server.url() + "/1.0");
        environment.put("TOWER_OVH_ACCOUNTS_DEFAULT_TOKEN_URL", server.url() + "/auth/oauth2/token");
        OvhConfig config = Bench.config(OvhConfig.class, environment);
        return OvhWiring.probe(config, Bench.accounts("ovh", timeout, clock), clock);
    }

    /** The one that all is well with. */
    OvhProbe probe() {
        return probe(keys(OvhVoice.CONSUMER_KEY), Bench.PATIENT, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static String pool(String status, int current, int desired) {
        return "[{\"id\": \"p-1\", \"name\": \"workers\", \"status\": \"" + status + "\", \"currentNodes\": " + current
                + ", \"desiredNodes\": " + desired + "}]";
    }

    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    @Override
    public void close() {
        server.close();
    }
}
