package dev.migrationtower.simulator.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.simulator.estate.Logs;
import dev.migrationtower.simulator.estate.Logs.Line;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.vendor.Asked;
import dev.migrationtower.simulator.vendor.RateLimit;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Says of the logs what Datadog would, to whoever has both keys. A line is visible 25 to 35 s after it was written, and therefore not
 * in the order of time; every page but an empty one has a cursor, however short it is; searches by GET and POST are counted together,
 * 300 an hour by the calendar. {@code now} is read anew for each page, as Datadog does.
 */
public final class DatadogVoice implements Voice {
    /** The keys that it knows. */
    public static final String API_KEY = "dd-api-pretended";

    public static final String APPLICATION_KEY = "dd-application-pretended";

    private static final int PER_HOUR = 300;
    private static final long LAG_MILLIS = 25_000;
    private static final long DISORDER_MILLIS = 10_000;
    /** Of no common part with the disorder, so that neighbours are far apart in it. */
    private static final long SCATTER = 6_151;

    private final Logs logs;
    private final Pace pace;
    private final RateLimit limit;

    /** @param pace of its hour, and of the time until a line is visible */
    public DatadogVoice(Logs logs, Pace pace) {
        this.logs = logs;
        this.pace = pace;
        limit = new RateLimit(PER_HOUR, pace.of(Duration.ofHours(1)));
    }

    @Override
    public Reply answer(Asked asked) {
        if (!asked.header("DD-API-KEY").equals(API_KEY)
                || !asked.header("DD-APPLICATION-KEY").equals(APPLICATION_KEY)) {
            return stranger();
        }
        return switch (asked.path()) {
            case "GET /api/v1/validate" -> Reply.of(200, Map.of("valid", true));
            case "GET /api/v2/logs/events", "POST /api/v2/logs/events/search" -> counted(asked);
            default -> error(404, "Not found");
        };
    }

    /** The most searches that were wanted in one hour, by the calendar. */
    public int mostInAnHour() {
        return limit.most();
    }

    /** When a line becomes visible. */
    public Instant visibleAt(Line line) {
        long millis = LAG_MILLIS + line.place().number() * SCATTER % DISORDER_MILLIS;
        return line.place().at().plus(pace.of(Duration.ofMillis(millis)));
    }

    @Override
    public Reply stranger() {
        return Reply.of(403, Map.of("status", "error", "code", 403, "errors", List.of("Forbidden")));
    }

    @Override
    public Reply error(int status, String words) {
        return Reply.of(status, Map.of("errors", List.of(words)));
    }

    @Override
    public String waitHeader() {
        return "X-RateLimit-Reset";
    }

    /** The first half, and that the search took too long. */
    @Override
    public Reply partly(Reply whole) {
        try {
            JsonNode document = Json.mapper().readTree(whole.body());
            if (document instanceof ObjectNode answer && answer.get("data") instanceof ArrayNode lines) {
                int half = lines.size() / 2;
                for (int i = lines.size() - 1; i >= half; i--) {
                    lines.remove(i);
                }
                answer.putObject("meta").put("status", "timeout");
                return new Reply(whole.status(), answer.toString(), whole.headers());
            }
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply counted(Asked asked) {
        RateLimit.Taken taken = limit.take(asked.at());
        Map<String, String> headers = Map.of(
                "X-RateLimit-Name", "logs_public_search_api",
                "X-RateLimit-Limit", Integer.toString(limit.allowed()),
                "X-RateLimit-Period", Long.toString(limit.periodSeconds()),
                "X-RateLimit-Remaining", Integer.toString(taken.remaining()),
                "X-RateLimit-Reset", Long.toString(taken.resetSeconds()));
        if (!taken.granted()) {
            return error(429, "Too many requests").with(headers);
        }
        try {
            return found(asked, Search.of(asked)).with(headers);
        } catch (IllegalArgumentException e) {
            return error(400, String.valueOf(e.getMessage())).with(headers);
        }
    }

    private Reply found(Asked asked, Search search) {
        Instant now = asked.at().minus(asked.ahead());
        List<Line> page = inOrder(search).values().stream()
                .filter(line -> !visibleAt(line).isAfter(now))
                .filter(search.query()::matches)
                .limit(search.limit())
                .toList();
        if (page.isEmpty()) {
            return Reply.of(200, Map.of("data", List.of()));
        }
        String after = Search.cursor(page.getLast().place());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "data", page.stream().map(line -> document(line, asked.ahead())).toList());
        document.put(
                "meta",
                Map.of(
                        "page",
                        Map.of("after", after),
                        "elapsed",
                        12,
                        "request_id",
                        UUID.randomUUID().toString(),
                        "status",
                        "done"));
        document.put(
                "links",
                Map.of("next", "http://" + asked.header("Host") + "/api/v2/logs/events?page%5Bcursor%5D=" + after));
        return Reply.of(200, document);
    }

    private NavigableMap<Logs.Place, Line> inOrder(Search search) {
        NavigableMap<Logs.Place, Line> window =
                logs.between(search.from(), search.to().plusMillis(1));
        NavigableMap<Logs.Place, Line> ordered = search.newestFirst() ? window.descendingMap() : window;
        return search.after().map(last -> rest(ordered, last)).orElse(ordered);
    }

    /** What comes after this place; a window has moved on if it does not have it any more. */
    private static NavigableMap<Logs.Place, Line> rest(NavigableMap<Logs.Place, Line> ordered, Logs.Place last) {
        try {
            return ordered.tailMap(last, false);
        } catch (IllegalArgumentException e) {
            return new TreeMap<>();
        }
    }

    private static Map<String, Object> document(Line line, Duration ahead) {
        return Map.of(
                "id",
                "AQAAA" + line.place().number(),
                "type",
                "log",
                "attributes",
                Map.of(
                        "timestamp", line.place().at().plus(ahead).toString(),
                        "status", line.status(),
                        "host", line.host(),
                        "service", line.service(),
                        "tags", List.of("env:production"),
                        "attributes", line.document()));
    }
}
