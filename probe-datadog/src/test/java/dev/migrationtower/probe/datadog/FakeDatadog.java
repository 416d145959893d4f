package dev.migrationtower.probe.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.probe.runtime.kit.FakeVendor;
import dev.migrationtower.probe.runtime.kit.FakeVendor.Reply;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Datadog with logs: visible 25 to 35 s after they were written, and therefore not in their order; 300 searches in an hour by the
 * calendar; every page but an empty one has a cursor, however short it is.
 */
final class FakeDatadog {
    static final String API_KEY = "dd-api-s3cret";
    static final String APPLICATION_KEY = "dd-app-s3cret";
    static final String VALIDATE = "GET /api/v1/validate";
    static final String SEARCH = "POST /api/v2/logs/events/search";
    static final String METRICS = "service:pix-db-stats-production @event:db-metrics";
    static final String SCRIPT = "host:*one\\-off*";
    static final List<String> APPS = List.of("pix-api", "pix-datawarehouse", "pix-ex", "pix-certif", "pix-orga");
    private static final int ALLOWED = 300;

    private final FakeVendor vendor;
    private final InstantSource clock;
    private final Random random = new Random(2022);
    private final Map<String, List<Line>> logs = new HashMap<>();
    private final Map<String, Instant> visible = new HashMap<>();
    private final Map<Long, Integer> perHour = new ConcurrentHashMap<>();
    private volatile int refused;

    private record Line(String id, Instant at, Instant visibleAt, String json) {}

    FakeDatadog(Vertx vertx, InstantSource clock) throws Exception {
        this.clock = clock;
        vendor = new FakeVendor(vertx).on(VALIDATE, "{\"valid\": true}").on(SEARCH, asked -> search(asked.body()));
        vendor.letsIn(
                (headers, body) -> API_KEY.equals(headers.get("DD-API-KEY"))
                        && APPLICATION_KEY.equals(headers.get("DD-APPLICATION-KEY")),
                new Reply(403, "{\"status\":\"error\",\"code\":403,\"errors\":[\"Forbidden\"]}", Map.of()));
    }

    FakeVendor vendor() {
        return vendor;
    }

    /** What the two scripts and the measurements of all apps write. */
    void writesAllNight(Instant begin, Duration night) {
        for (int second = 0; second < night.toSeconds(); second += 10) {
            Instant at = begin.plusSeconds(second);
            script(at.plusMillis(random.nextInt(3_000)), "pix-api-one-off-1");
            script(at.plusMillis(random.nextInt(3_000)), "pix-datawarehouse-one-off-1");
        }
        for (int second = -60; second < night.toSeconds() + 600; second += 15) {
            for (String app : APPS) {
                writes(METRICS, begin.plusSeconds(second), "pix-db-stats", """
                        {"event": "db-metrics", "app": "%s", "data": {"leader_metrics": {"disk": {"used": 750, "total": 1000}}}}""".formatted(app));
            }
        }
        logs.values().forEach(lines -> lines.sort(Comparator.comparing(Line::at).thenComparing(Line::id)));
    }

    private void script(Instant at, String host) {
        writes(SCRIPT, at, host, "{\"level\": 30, \"msg\": \"alive\"}");
    }

    /** One line, found by this search. */
    void writes(String query, Instant at, String host, String attributes) {
        String id = "AQAAA" + visible.size();
        Instant visibleAt = at.plusMillis(25_000 + random.nextInt(10_000));
        String json = "{\"id\": \"" + id + "\", \"type\": \"log\", \"attributes\": {\"timestamp\": \"" + at
                + "\", \"status\": \"info\", \"host\": \"" + host + "\", \"attributes\": " + attributes + "}}";
        logs.computeIfAbsent(query, none -> new ArrayList<>()).add(new Line(id, at, visibleAt, json));
        visible.put(id, visibleAt);
    }

    /** The ids of the scripts' lines. */
    Set<String> lines() {
        return logs.get(SCRIPT).stream().map(Line::id).collect(Collectors.toSet());
    }

    Instant visibleAt(String id) {
        return visible.get(id);
    }

    int requests() {
        return perHour.values().stream().mapToInt(Integer::intValue).sum();
    }

    int mostInAnHour() {
        return perHour.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    int refused() {
        return refused;
    }

    private Reply search(String body) {
        long seconds = clock.instant().getEpochSecond();
        int used = perHour.merge(seconds / 3600, 1, Integer::sum);
        Map<String, String> headers = new TreeMap<>(Map.of(
                "X-RateLimit-Limit", "300",
                "X-RateLimit-Period", "3600",
                "X-RateLimit-Name", "logs_public_search_api",
                "X-RateLimit-Remaining", Integer.toString(Math.max(0, ALLOWED - used)),
                "X-RateLimit-Reset", Long.toString(3600 - seconds % 3600)));
        if (used > ALLOWED) {
            refused++;
            return new Reply(429, "{\"errors\":[\"Too many requests\"]}", headers);
        }
        try {
            return new Reply(200, found(Json.mapper().readTree(body)), headers);
        } catch (IOException e) {
            return new Reply(400, "{\"errors\":[\"Invalid JSON\"]}", headers);
        }
    }

    private String found(JsonNode search) {
        Instant from = Instant.ofEpochMilli(search.at("/filter/from").asLong());
        Instant to = Instant.ofEpochMilli(search.at("/filter/to").asLong());
        int limit = search.at("/page/limit").asInt();
        int first = search.at("/page/cursor").asInt(0);
        List<Line> found = logs.getOrDefault(search.at("/filter/query").asText(), List.of()).stream()
                .filter(line -> !line.at().isBefore(from) && !line.at().isAfter(to))
                .filter(line -> !line.visibleAt().isAfter(clock.instant()))
                .toList();
        if (search.path("sort").asText().startsWith("-")) {
            found = found.reversed();
        }
        List<Line> page = found.stream().skip(first).limit(limit).toList();
        return page.isEmpty()
                ? "{\"data\": []}"
                : "{\"data\": " + page.stream().map(Line::json).collect(Collectors.joining(", ", "[", "]"))
                        + ", \"meta\": {\"page\": {\"after\": \"" + (first + page.size())
                        + "\"}, \"status\": \"done\"}}";
    }
}
