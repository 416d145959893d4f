package dev.migrationtower.simulator;

import dev.migrationtower.simulator.datadog.DatadogVoice;
import dev.migrationtower.simulator.estate.Estate;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.freshping.FreshpingVoice;
import dev.migrationtower.simulator.ovh.OvhVoice;
import dev.migrationtower.simulator.scalingo.ScalingoLog;
import dev.migrationtower.simulator.scalingo.ScalingoVoice;
import dev.migrationtower.simulator.vendor.VendorServer;
import dev.migrationtower.simulator.vendor.Voice;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The vendors that tell of an estate, each at an address of its own. Thread-safe. */
final class Vendors implements AutoCloseable {
    private static final String SCALINGO = "scalingo";

    private final Vertx vertx;
    private final Map<String, VendorServer> byName = new LinkedHashMap<>();

    private Vendors(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Opens them.
     *
     * @param ports by the names of the vendors; one that has none listens on any free port
     * @param pace of the night
     */
    static Vendors start(Estate estate, Map<String, Integer> ports, Pace pace) throws Exception {
        Vendors vendors = new Vendors(
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1)));
        Pace theirs = pace.ofVendors();
        Map<String, Voice> voices = new LinkedHashMap<>();
        voices.put("datadog", new DatadogVoice(estate.logs(), theirs));
        voices.put("freshping", new FreshpingVoice(estate.monitors(), theirs));
        voices.put("ovh", new OvhVoice(estate.machines(), theirs));
        voices.put(SCALINGO, new ScalingoVoice(estate.platform(), estate.measurements()::of, theirs));
        Clock clock = estate.clock();
        for (Map.Entry<String, Voice> voice : voices.entrySet()) {
            int port = ports.getOrDefault(voice.getKey(), 0);
            vendors.byName.put(voice.getKey(), VendorServer.start(vendors.vertx, port, clock, voice.getValue()));
        }
        estate.logs().drain(new ScalingoLog(vendors.named(SCALINGO)));
        return vendors;
    }

    /** All of them. */
    Map<String, VendorServer> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /** The one of this name. */
    VendorServer named(String name) {
        VendorServer vendor = byName.get(name);
        if (vendor == null) {
            throw new IllegalArgumentException("no vendor " + name + ", there is " + byName.keySet());
        }
        return vendor;
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
