package dev.migrationtower.probe.postgres.sql;

import java.util.regex.Pattern;

/**
 * The first words of a query, fit to be shown to many: what stands in quotes may be a person's data or a password, and goes.
 */
public final class QueryWords {
    private static final int CHARACTERS = 80;
    /** A quote that does not end is blotted out to the end: the server cuts long queries. */
    private static final Pattern LITERAL =
            Pattern.compile("\\$(\\w*)\\$.*?(?:\\$\\1\\$|$)|'(?:[^'\\\\]|\\\\.|'')*(?:'|\\\\?$)", Pattern.DOTALL);

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}]+");

    private QueryWords() {}

    /** The query, with a question mark for each text that stands in quotes. */
    public static String withoutLiterals(String query) {
        return LITERAL.matcher(query).replaceAll("?");
    }

    /** Of a query as {@code pg_stat_activity} shows it. */
    public static String of(String query) {
        String words = line(withoutLiterals(query));
        return words.length() <= CHARACTERS ? words : words.substring(0, CHARACTERS) + "...";
    }

    /** On one line, without characters that would steer a terminal or the direction of writing. */
    public static String line(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
