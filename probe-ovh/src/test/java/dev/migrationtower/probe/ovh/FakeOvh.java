package dev.migrationtower.probe.ovh;

import dev.migrationtower.simulator.estate.Machines;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.ovh.OvhVoice;
import dev.migrationtower.simulator.vendor.VendorServer;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The simulator's OVHcloud at 22:44, with two instances that are off and one that runs; a server that is off and a node pool of no nodes,
 * which the simulator has not, are put there.
 */
final class FakeOvh implements AutoCloseable {
    static final Instant NOW = Instant.parse("2022-07-23T20:44:00Z");
    static final String TIME = "GET /1.0/auth/time";
    static final String EXCHANGE = "POST /auth/oauth2/token";
    static final String INSTANCES = "GET /1.0/cloud/project/abc123/instance";
    static final String SERVER = "GET /1.0/dedicated/server/ns1.example.net";
    static final String POOLS = "GET /1.0/cloud/project/abc123/kube/c-1/nodepool";

    final Machines machines;
    final VendorServer server;

    FakeOvh(Vertx vertx) throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(NOW.minus(Duration.ofMinutes(5)));
        machines =
                new Machines(now::get, new Pace(1)).with("etl-1").with("etl-2").with("web");
        machines.turn("etl-1", false);
        machines.turn("etl-2", false);
        now.set(NOW);
        server = VendorServer.start(vertx, 0, Clock.fixed(NOW, ZoneOffset.UTC), new OvhVoice(machines, new Pace(1)));
        server.on(SERVER, "{\"name\": \"ns1.example.net\", \"powerState\": \"poweroff\", \"state\": \"ok\"}")
                .on(POOLS, pool("READY", 0, 0));
    }

    static String pool(String status, int current, int desired) {
        return "[{\"id\": \"p-1\", \"name\": \"workers\", \"status\": \"" + status + "\", \"currentNodes\": " + current
                + ", \"desiredNodes\": " + desired + "}]";
    }

    @Override
    public void close() {
        server.close();
    }
}
