package dev.migrationtower.simulator.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.simulator.estate.Logs.Place;
import dev.migrationtower.simulator.vendor.Asked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search of logs as it was asked, by GET or POST.
 *
 * @param from inclusive, by the estate's clock
 * @param to inclusive, by the estate's clock
 * @param after the last line of the page before
 */
record Search(LogQuery query, Instant from, Instant to, boolean newestFirst, int limit, Optional<Place> after) {
    private static final int MOST = 1_000;
    private static final Pattern AGO = Pattern.compile("now(?:-(\\d+)([smhd]))?");

    /** @throws IllegalArgumentException with Datadog's words if it makes no sense */
    static Search of(Asked asked) {
        JsonNode body = asked.what().startsWith("POST")
                ? read(asked.body())
                : Json.mapper().nullNode();
        String query = part(asked, body, "filter", "query").orElse("*");
        int limit = part(asked, body, "page", "limit").map(Integer::parseInt).orElse(10);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("page.limit must be between 1 and " + MOST);
        }
        return new Search(
                LogQuery.of(query),
                time(part(asked, body, "filter", "from").orElse("now-15m"), asked),
                time(part(asked, body, "filter", "to").orElse("now"), asked),
                !Optional.ofNullable(body.path("sort").textValue())
                        .or(() -> asked.parameter("sort"))
                        .orElse("-timestamp")
                        .equals("timestamp"),
                limit,
                part(asked, body, "page", "cursor").map(Search::place));
    }

    /** Where the page after this line begins. */
    static String cursor(Place last) {
        String text = last.at().getEpochSecond() + ":" + last.at().getNano() + ":" + last.number();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(":", -1);
            return new Place(
                    Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1])),
                    Long.parseLong(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("Invalid cursor", e);
        }
    }

    private static Optional<String> part(Asked asked, JsonNode body, String group, String name) {
        JsonNode value = body.path(group).path(name);
        return value.isValueNode() ? Optional.of(value.asText()) : asked.parameter(group + "[" + name + "]");
    }

    private static Instant time(String text, Asked asked) {
        Matcher ago = AGO.matcher(text);
        try {
            Instant theirs = ago.matches()
                    ? asked.at().minus(ago(ago))
                    : text.matches("\\d+")
                            ? Instant.ofEpochMilli(Long.parseLong(text))
                            : OffsetDateTime.parse(text).toInstant();
            return theirs.minus(asked.ahead());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("Invalid date: " + text, e);
        }
    }

    private static Duration ago(Matcher ago) {
        if (ago.group(1) == null) {
            return Duration.ZERO;
        }
        long many = Long.parseLong(ago.group(1));
        return switch (ago.group(2)) {
            case "s" -> Duration.ofSeconds(many);
            case "m" -> Duration.ofMinutes(many);
            case "h" -> Duration.ofHours(many);
            default -> Duration.ofDays(many);
        };
    }

    private static JsonNode read(String body) {
        try {
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            throw new IllegalArgumentException("Invalid JSON", e);
        }
    }
}
