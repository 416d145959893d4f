package dev.migrationtower.probe.datadog;

import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import dev.migrationtower.simulator.datadog.DatadogVoice;
import dev.migrationtower.simulator.estate.Logs;
import dev.migrationtower.simulator.estate.Logs.Line;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.vendor.Asked;
import dev.migrationtower.simulator.vendor.VendorServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The simulator's Datadog with logs that a test writes. */
final class FakeDatadog implements AfterEachCallback, AutoCloseable {
    static final String VALIDATE = "GET /api/v1/validate";
    static final String SEARCH = "POST /api/v2/logs/events/search";
    static final String METRICS = "service:pix-db-stats-production @event:db-metrics";
    static final String SCRIPT = "host:*one\\-off*";
    static final String MONITORS =
            "GET /api/v1/monitor?monitor_tags=team%3Apix&with_downtimes=true&page_size=1000&page=0";
    static final Map<String, Object> MUTED = Map.of("monitors", List.of("team:pix"));
    static final Map<String, Object> DISK = disk("pix-api", "data.leader_metrics.disk.used");
    static final Instant NOW = Instant.parse("2022-07-23T20:44:00Z");
    static final List<String> APPS = List.of("pix-api", "pix-datawarehouse", "pix-ex", "pix-certif", "pix-orga");

    final VendorServer server;
    private final Logs logs;
    private final DatadogVoice voice;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Random random = new Random(2022);
    private final Map<String, Instant> visible = new HashMap<>();

    FakeDatadog(Clock clock) {
        logs = new Logs(clock);
        voice = new DatadogVoice(logs, new Pace(1));
        server = Bench.vendor(clock, voice);
    }

    /** At 22:44, with measurements of three minutes ago and less. */
    FakeDatadog() {
        this(Clock.fixed(NOW, ZoneOffset.UTC));
        measures(NOW.minusSeconds(120), "pix-api", 74);
        measures(NOW.minusSeconds(60), "pix-api", 75);
        measures(NOW.minusSeconds(40), "pix-orga", 12);
    }

    /** A probe whose clock stands still at this time. */
    DatadogProbe probe(Instant ours) {
        return probe(Bench.PATIENT, Clock.fixed(ours, ZoneOffset.UTC));
    }

    /** A probe that waits for so long for an answer. */
    DatadogProbe probe(Duration timeout, Clock clock) {
        return DatadogWiring.probe(config(), Bench.accounts("datadog", timeout, clock), clock);
    }

    /** A probe with the budget that we ship, which is measured by these nanoseconds. */
    DatadogProbe probe(Clock clock, LongSupplier nanos) {
        DatadogConfig config = config();
        VendorLimits limits = new VendorLimits(config.requests(), Duration.ofHours(1), config.timeout());
        return DatadogWiring.probe(
                config, name -> new VendorAccount(Bench.VERTX, limits, "datadog", name, metrics, clock, nanos), clock);
    }

    /** Of a probe that asks here; everything else is as we ship it. */
    DatadogConfig config() {
        return Bench.config(
                DatadogConfig.class,
                Map.of(
                        "TOWER_DATADOG_URL", server.url(),
                        "TOWER_DATADOG_ACCOUNTS_DEFAULT_API_KEY", DatadogVoice.API_KEY,
                        "TOWER_DATADOG_ACCOUNTS_DEFAULT_APPLICATION_KEY", DatadogVoice.APPLICATION_KEY));
    }

    /** What the two scripts and the measurements of all apps write. */
    void writesAllNight(Instant begin, Duration night) {
        for (int second = 0; second < night.toSeconds(); second += 10) {
            Instant at = begin.plusSeconds(second);
            script(at.plusMillis(random.nextInt(3_000)), "pix-api");
            script(at.plusMillis(random.nextInt(3_000)), "pix-datawarehouse");
        }
        for (int second = -60; second < night.toSeconds() + 600; second += 15) {
            for (String app : APPS) {
                measures(begin.plusSeconds(second), app, 750);
            }
        }
    }

    /** One measurement of the disk of an app's database. */
    void measures(Instant at, String app, int used) {
        logs.write(
                at,
                "pix-db-stats-production-clock-1",
                "pix-db-stats-production",
                "info",
                Map.of(
                        "event",
                        "db-metrics",
                        "app",
                        app,
                        "data",
                        Map.of("leader_metrics", Map.of("disk", Map.of("used", used, "total", 1000)))));
    }

    private void script(Instant at, String app) {
        Line line = logs.write(at, app + "-one-off-1", app, "info", Map.of("level", 30, "msg", "alive"));
        visible.put("AQAAA" + line.place().number(), voice.visibleAt(line));
    }

    /** The ids of the scripts' lines. */
    Set<String> lines() {
        return visible.keySet();
    }

    Instant visibleAt(String id) {
        return visible.get(id);
    }

    long requests() {
        return server.times(SEARCH);
    }

    /** Somebody else of the organisation searches. */
    void isSearchedByOthers(Instant at) {
        MultiMap keys = MultiMap.caseInsensitiveMultiMap()
                .add("DD-API-KEY", DatadogVoice.API_KEY)
                .add("DD-APPLICATION-KEY", DatadogVoice.APPLICATION_KEY);
        voice.answer(new Asked("GET /api/v2/logs/events", keys, "", at, Duration.ZERO));
    }

    /** By the calendar, as Datadog counts. */
    int mostInAnHour() {
        return voice.mostInAnHour();
    }

    /** The check of the disk of an app's database. */
    static Map<String, Object> disk(String app, String path) {
        return Map.of("query", METRICS, "where", Map.of("app", app), "values", Map.of("used", path));
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
