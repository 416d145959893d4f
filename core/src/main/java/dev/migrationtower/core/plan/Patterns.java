package dev.migrationtower.core.plan;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.migrationtower.core.source.Position;
import dev.migrationtower.core.source.Value;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** Reads what is looked for in lines: RE2 patterns, which cost time linear in the line, and globs. */
final class Patterns {
    /** Instructions, all of which a character of a line may cost. */
    private static final int LARGEST = 10_000;
    /** RE2 writes repetitions out before it counts anything, {@code (a{1000}){1000}} a million times. */
    private static final int MOST_WRITTEN_OUT = 5_000_000;

    private static final java.util.regex.Pattern REPETITION = java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");
    /** Matches no line. */
    private static final Pattern STAND_IN = Pattern.compile("$.");

    private Patterns() {}

    /** The pattern that stands here; if it is none, that is told and a stand-in returned. */
    static Pattern read(Value place) {
        String text = place.text();
        if (!place.isText()) {
            return STAND_IN;
        }
        if (text.length() * repetitions(text) > MOST_WRITTEN_OUT) {
            place.refuse("the pattern is too large; repeat less");
            return STAND_IN;
        }
        try {
            Pattern pattern = Pattern.compile(text);
            if (pattern.programSize() > LARGEST) {
                place.refuse("the pattern is too large; repeat less");
                return STAND_IN;
            }
            if (pattern.matcher("").find() && pattern.matcher("\u0007").find()) {
                place.refuse("the pattern matches every line");
                return STAND_IN;
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            tell(e, text, place);
            return STAND_IN;
        }
    }

    /** Whether this only stands in for what was no pattern. */
    static boolean isStandIn(Pattern pattern) {
        return pattern.equals(STAND_IN);
    }

    /** The names of hosts that this glob stands for: {@code *} is any characters, {@code ?} is one. */
    static Pattern glob(Value place) {
        String pattern = place.text()
                .codePoints()
                .mapToObj(Character::toString)
                .map(character -> switch (character) {
                    case "*" -> ".*";
                    case "?" -> ".";
                    default -> Pattern.quote(character);
                })
                .collect(Collectors.joining("", "(?s)^", "$"));
        return Pattern.compile(pattern);
    }

    private static double repetitions(String text) {
        return REPETITION
                .matcher(text)
                .results()
                .mapToDouble(Patterns::atMost)
                .filter(count -> count > 1)
                .reduce(1, (a, b) -> a * b);
    }

    private static double atMost(MatchResult repetition) {
        return Arrays.asList(repetition.group(1), repetition.group(2)).stream()
                .filter(count -> count != null && !count.isEmpty())
                .mapToDouble(Double::parseDouble)
                .max()
                .orElse(1);
    }

    /** RE2 tells the piece that is wrong, not where it is. */
    private static void tell(PatternSyntaxException e, String text, Value place) {
        boolean closed = e.getDescription().contains("internal error"); // so it calls a bracket that nothing opened
        String what = closed ? "missing opening (" : e.getDescription();
        int at = closed ? -1 : text.indexOf(e.getPattern());
        place.refuse(new Position(1, 1 + text.codePointCount(0, Math.max(at, 0))), "this is no pattern (RE2): " + what);
    }
}
