package dev.migrationtower.probe.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.vendor.Accounts;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import dev.migrationtower.simulator.vendor.VendorServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The night of 2022 at speed: 19 hours, two lanes that say every 10 s that they are alive, seven checks of one account. */
class DatadogNightIT {
    private static final Instant BEGIN = Instant.parse("2022-07-23T20:00:00Z");
    private static final Duration NIGHT = Duration.ofHours(19);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);

    @Test
    void aNightOfNineteenHoursFitsIntoTheBudgetAndNoLineIsMissed() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (FakeDatadog datadog = new FakeDatadog(vertx, clock())) {
            datadog.writesAllNight(BEGIN, NIGHT);
            List<CheckSpec> checks = checks();
            DatadogProbe probe = probe(vertx, datadog.server);
            Map<String, Duration> delays = new HashMap<>();
            List<String> given = new ArrayList<>();
            TreeSet<String> unseen = new TreeSet<>();
            for (; now.get().isBefore(BEGIN.plus(NIGHT).plusSeconds(300)); now.updateAndGet(at -> at.plus(INTERVAL))) {
                for (CheckSpec check : checks) {
                    Look look = probe.observe(check).toCompletableFuture().get(10, TimeUnit.SECONDS);
                    switch (look.outcome()) {
                        case Outcome.LogLines lines ->
                            lines.lines().forEach(line -> {
                                given.add(line.id());
                                delays.putIfAbsent(
                                        line.id(), Duration.between(datadog.visibleAt(line.id()), now.get()));
                            });
                        case Outcome.Unobservable unobservable -> unseen.add(unobservable.message());
                        case Outcome.Reading reading ->
                            assertThat(reading.values()).containsKey("used");
                        case Outcome.Ping ping -> throw new AssertionError(ping);
                    }
                }
            }
            Duration longest = delays.values().stream().max(Duration::compareTo).orElseThrow();
            assertThat(unseen).isEmpty();
            assertThat(datadog.requests()).isLessThan(19 * 270);
            assertThat(datadog.mostInAnHour()).isLessThanOrEqualTo(270);
            assertThat(delays.keySet()).isEqualTo(datadog.lines());
            assertThat(given).doesNotHaveDuplicates();
            assertThat(longest).isLessThan(Duration.ofSeconds(90));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static List<CheckSpec> checks() {
        List<CheckSpec> checks = new ArrayList<>();
        checks.add(
                check("migrate.follow", "migrate.follow", Map.of("query", FakeDatadog.SCRIPT, "text", "msg"), BEGIN));
        for (String app : FakeDatadog.APPS) {
            checks.add(check(
                    "disk",
                    app,
                    Map.of(
                            "query",
                            FakeDatadog.METRICS,
                            "where",
                            Map.of("app", app),
                            "values",
                            Map.of("used", "data.leader_metrics.disk.used")),
                    null));
        }
        return checks;
    }

    private static CheckSpec check(String check, String item, Map<String, Object> settings, Instant since) {
        return new CheckSpec("night", check, item, "datadog", settings, INTERVAL, Duration.ofSeconds(60), since);
    }

    private DatadogProbe probe(Vertx vertx, VendorServer vendor) {
        DatadogConfig config = FakeDatadogConfig.at(vendor.url());
        Clock clock = clock();
        VendorLimits limits = new VendorLimits(config.requests(), Duration.ofHours(1), config.timeout());
        VendorAccount account = new VendorAccount(
                vertx,
                limits,
                "datadog",
                "default",
                new SimpleMeterRegistry(),
                clock,
                () -> Duration.between(BEGIN, now.get()).toNanos());
        return new DatadogProbe(Accounts.of(
                "tower.datadog.accounts",
                config.accounts(),
                (name, keys) -> new DatadogApi(account, config, keys, clock)));
    }

    private Clock clock() {
        return ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    }
}
