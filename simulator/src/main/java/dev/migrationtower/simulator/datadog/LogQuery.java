package dev.migrationtower.simulator.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.simulator.estate.Logs.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A search of logs (docs.datadoghq.com/logs/explorer/search_syntax) of the kinds that are used on the estate: terms that must all
 * match, each {@code field:value}, {@code @path:value} or words, with {@code -} before what must not, {@code *} for anything,
 * {@code "..."} round blanks and {@code (a OR b)} for either. Thread-safe.
 */
final class LogQuery {
    private static final String VALUE =
            "\\((?<either>[^)]*)\\)|\"(?<quoted>[^\"]*)\"|(?<plain>(?:\\\\.|[^\\s\\\\\"()])+)";
    private static final Pattern TERM = Pattern.compile("\\s*(?<not>-)?(?:(?<field>@?[\\w.-]+):)?(?:" + VALUE + ")");

    private final List<Predicate<Line>> terms = new ArrayList<>();

    private LogQuery() {}

    /** @throws IllegalArgumentException if it is none of these kinds */
    static LogQuery of(String text) {
        LogQuery query = new LogQuery();
        Matcher term = TERM.matcher(text);
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!term.find(end) || term.start() != end) {
                throw new IllegalArgumentException("Invalid query: " + text.substring(end));
            }
            end = term.end();
            if (!"AND".equals(term.group("plain"))) {
                query.terms.add(
                        term.group("not") == null ? one(term) : one(term).negate());
            }
        }
        return query;
    }

    boolean matches(Line line) {
        for (Predicate<Line> term : terms) {
            if (!term.test(line)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<Line> one(Matcher term) {
        String field = term.group("field");
        List<Pattern> values = values(term);
        return line -> {
            String text = field == null ? line.document().toString() : text(line, field);
            return text != null
                    && values.stream()
                            .anyMatch(value -> field == null
                                    ? value.matcher(text).find()
                                    : value.matcher(text).matches());
        };
    }

    private static List<Pattern> values(Matcher term) {
        if (term.group("either") != null) {
            return Arrays.stream(term.group("either").split("\\s+OR\\s+"))
                    .map(value -> pattern(value.strip()))
                    .toList();
        }
        return List.of(
                term.group("quoted") != null
                        ? Pattern.compile(Pattern.quote(term.group("quoted")))
                        : pattern(term.group("plain")));
    }

    /** Of a value in which a star stands for anything, and a backslash before what stands for itself. */
    private static Pattern pattern(String value) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '*') {
                regex.append(".*");
            } else {
                regex.append(Pattern.quote(
                        String.valueOf(letter == '\\' && i + 1 < value.length() ? value.charAt(++i) : letter)));
            }
        }
        return Pattern.compile(regex.toString());
    }

    private static @Nullable String text(Line line, String field) {
        if (field.startsWith("@")) {
            JsonNode found = line.document();
            for (String part : field.substring(1).split("\\.", -1)) {
                found = found.path(part);
            }
            return found.isValueNode() ? found.asText() : null;
        }
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "host" -> line.host();
            case "service" -> line.service();
            case "status" -> line.status();
            default -> null;
        };
    }
}
