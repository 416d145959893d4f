package dev.migrationtower.core.source;

import dev.migrationtower.core.source.Node.Scalar;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What every value of one file shares: where problems go, and the lines as they are written.
 *
 * @param lines without their ends
 */
record Surroundings(List<String> lines, Problems problems) {
    /** Where YAML ends a line; a file's first character may be a mark of its encoding, which is no column. */
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]");

    /** Those of the values of this text. */
    static Surroundings of(String text, Problems problems) {
        String visible = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Surroundings(List.of(LINE_END.split(visible, -1)), problems);
    }

    /** Where in the file a place inside a scalar's text stands; the scalar's start when its lines were folded. */
    Position locate(Scalar scalar, Position inside) {
        return switch (scalar.style()) {
            case PLAIN -> inside.line() == 1 && onOneLine(scalar) ? right(scalar, inside.column() - 1) : scalar.at();
            case SINGLE_QUOTED, DOUBLE_QUOTED -> inQuotes(scalar, inside);
            case LITERAL -> inBlock(scalar, inside);
            case FOLDED -> scalar.at();
        };
    }

    private boolean onOneLine(Scalar scalar) {
        return rest(scalar).startsWith(scalar.text());
    }

    private String rest(Scalar scalar) {
        String line = line(scalar.at().line());
        int before = Math.min(scalar.at().column() - 1, line.codePointCount(0, line.length()));
        return line.substring(line.offsetByCodePoints(0, before));
    }

    private String line(int number) {
        return number <= lines.size() ? lines.get(number - 1) : "";
    }

    private static Position right(Scalar scalar, int characters) {
        return new Position(scalar.at().line(), scalar.at().column() + characters);
    }

    /** Escapes take more room in the file than in the text: {@code ''} or a backslash and what it stands for. */
    private Position inQuotes(Scalar scalar, Position inside) {
        String raw = rest(scalar);
        boolean single = scalar.style() == Node.Style.SINGLE_QUOTED;
        int at = 1;
        for (int column = 1; column < inside.column() && at < raw.length(); column++) {
            at += single && raw.startsWith("''", at) ? 2 : single ? charLength(raw, at) : escapeLength(raw, at);
        }
        return inside.line() == 1 && at < raw.length() ? right(scalar, raw.codePointCount(0, at)) : scalar.at();
    }

    private static int charLength(String raw, int at) {
        return Character.charCount(raw.codePointAt(at));
    }

    private static int escapeLength(String raw, int at) {
        if (raw.charAt(at) != '\\' || at + 1 >= raw.length()) {
            return charLength(raw, at);
        }
        return switch (raw.charAt(at + 1)) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    private Position inBlock(Scalar scalar, Position inside) {
        int line = scalar.at().line() + inside.line();
        String first = line(scalar.at().line() + 1);
        int indent = first.length() - first.stripLeading().length();
        return new Position(line, indent + inside.column());
    }
}
