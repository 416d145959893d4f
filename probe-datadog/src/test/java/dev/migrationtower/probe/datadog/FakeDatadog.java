package dev.migrationtower.probe.datadog;

import dev.migrationtower.simulator.datadog.DatadogVoice;
import dev.migrationtower.simulator.estate.Logs;
import dev.migrationtower.simulator.estate.Logs.Line;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.vendor.VendorServer;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The simulator's Datadog with logs that a test writes. */
final class FakeDatadog implements AutoCloseable {
    static final String VALIDATE = "GET /api/v1/validate";
    static final String SEARCH = "POST /api/v2/logs/events/search";
    static final String METRICS = "service:pix-db-stats-production @event:db-metrics";
    static final String SCRIPT = "host:*one\\-off*";
    static final List<String> APPS = List.of("pix-api", "pix-datawarehouse", "pix-ex", "pix-certif", "pix-orga");

    final VendorServer server;
    private final Logs logs;
    private final DatadogVoice voice;
    private final Random random = new Random(2022);
    private final Map<String, Instant> visible = new HashMap<>();

    FakeDatadog(Vertx vertx, Clock clock) throws Exception {
        logs = new Logs(clock);
        voice = new DatadogVoice(logs, new Pace(1));
        server = VendorServer.start(vertx, 0, clock, voice);
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

    /** By the calendar, as Datadog counts. */
    int mostInAnHour() {
        return voice.mostInAnHour();
    }

    @Override
    public void close() {
        server.close();
    }
}
