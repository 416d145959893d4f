package dev.migrationtower.probe.runtime.kit;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import dev.migrationtower.simulator.vendor.VendorServer;
import dev.migrationtower.simulator.vendor.Voice;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What probes of vendors are tried on: real clients, whose accounts have requests to spare, and whose time goes by twenty times as fast,
 * so that nobody waits while an answer is remembered or a vendor wants to be left alone.
 */
public final class Bench {
    /** One for all tests of a JVM; ends with it. */
    public static final Vertx VERTX = Vertx.vertx();

    /** For one request: so long that the first one of a JVM that is busy comes in time, too. */
    public static final Duration PATIENT = Duration.ofSeconds(15);

    private static final long SPEED = 20;
    private static final Duration A_LOOK = Duration.ofSeconds(40);

    private Bench() {}

    /** A vendor that speaks like this. */
    public static VendorServer vendor(Clock clock, Voice voice) {
        try {
            return VendorServer.start(VERTX, 0, clock, voice);
        } catch (Exception e) {
            throw new IllegalStateException("the pretended vendor does not start", e);
        }
    }

    /** Accounts of this vendor, by the names that they are opened by. */
    public static Function<String, VendorAccount> accounts(String vendor, Duration timeout, Clock clock) {
        VendorLimits limits = new VendorLimits(100_000, Duration.ofHours(1), timeout);
        return name -> new VendorAccount(
                VERTX, limits, vendor, name, new SimpleMeterRegistry(), clock, () -> System.nanoTime() * SPEED);
    }

    /** The configuration as this environment gives it. */
    public static <C> C config(Class<C> mapping, Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new EnvConfigSource(environment, 300))
                .withDefaultValue("smallrye.config.mapping.validate-unknown", "false")
                .build()
                .getConfigMapping(mapping);
    }

    /** What comes of one look. */
    public static Look look(Probe probe, CheckSpec check) throws Exception {
        return probe.observe(check).toCompletableFuture().get(A_LOOK.toSeconds(), TimeUnit.SECONDS);
    }
}
