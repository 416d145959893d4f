package dev.migrationtower.core.condition;

import dev.cel.common.CelIssue;
import dev.cel.runtime.CelEvaluationException;
import dev.migrationtower.core.source.Position;
import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Suggestion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What CEL complains of, in words for the author of a plan. */
final class Complaints {
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern NO_FIELD = Pattern.compile("undefined field '([^']*)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern NOT_BOOL = Pattern.compile("expected type 'bool' but found '([^']*)'.*");
    private static final Pattern TOO_EARLY =
            Pattern.compile("(mismatched input|no viable alternative at input) '<EOF>'.*", Pattern.DOTALL);
    private static final Pattern OUT_OF_PLACE = Pattern.compile(
            "(?:mismatched input|extraneous input|token recognition error at:|no viable alternative at input) '?([^']+)'.*",
            Pattern.DOTALL);

    private final String text;
    private final Vocabulary vocabulary;

    Complaints(String text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    /** Tells all that the type checker found, or the first that the parser did: what comes after it makes little sense. */
    void tell(List<CelIssue> issues, Problems problems) {
        boolean syntax = issues.stream().anyMatch(issue -> matches(TOO_EARLY, issue) || matches(OUT_OF_PLACE, issue));
        issues.stream().limit(syntax ? 1 : issues.size()).forEach(issue -> {
            int column = issue.getSourceLocation().getColumn();
            Position place = new Position(Math.max(1, issue.getSourceLocation().getLine()), Math.max(1, column + 1));
            problems.add(place, words(issue));
        });
    }

    private static boolean matches(Pattern pattern, CelIssue issue) {
        return pattern.matcher(issue.getMessage()).matches();
    }

    private String words(CelIssue issue) {
        String message = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return unknownName(undeclared.group(1));
        }
        Matcher noField = NO_FIELD.matcher(message);
        if (noField.matches()) {
            return "unknown field `" + noField.group(1) + "`"
                    + Suggestion.among(vocabulary.fieldNames(), noField.group(1));
        }
        Matcher noOverload = NO_OVERLOAD.matcher(message);
        if (noOverload.matches()) {
            return "`" + operator(noOverload.group(1)) + "` cannot be applied to " + types(noOverload.group(2));
        }
        Matcher notBool = NOT_BOOL.matcher(message);
        if (notBool.matches()) {
            return "a condition is true or false; this is " + types(notBool.group(1));
        }
        if (matches(TOO_EARLY, issue)) {
            return text.isBlank() ? "the condition is empty" : "the condition ends too early";
        }
        Matcher outOfPlace = OUT_OF_PLACE.matcher(message);
        if (outOfPlace.matches()) {
            return "`" + outOfPlace.group(1).strip() + "` makes no sense here"
                    + spelling(outOfPlace.group(1).strip());
        }
        return message;
    }

    private String unknownName(String name) {
        return text.contains(name + "(")
                ? "unknown function `" + name + "`"
                : "probe " + vocabulary.probe() + " reads no `" + name + "`"
                        + Suggestion.among(vocabulary.names(), name);
    }

    /** CEL spells them {@code &&}, {@code ||}, {@code !} and {@code ==}. */
    private static String spelling(String wrong) {
        return switch (wrong) {
            case "and", "AND" -> "; write `&&`";
            case "or", "OR" -> "; write `||`";
            case "not", "NOT" -> "; write `!`";
            case "=", "===" -> "; write `==`";
            default -> "";
        };
    }

    private static String operator(String function) {
        return function.equals("_?_:_") ? "? :" : function.replace("_", "").replace("@", "");
    }

    private static String types(String types) {
        return types.replace("google.protobuf.Duration", "duration").replace("google.protobuf.Timestamp", "timestamp");
    }

    /** Why a condition could not be answered. */
    static String atRunTime(CelEvaluationException e) {
        return types(String.valueOf(e.getMessage()).replaceFirst("^evaluation error( at <input>:\\d+)?: ", ""));
    }
}
