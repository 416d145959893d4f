package dev.migrationtower.probe.postgres;

import java.util.regex.Pattern;

/**
 * The first words of a query, fit to be shown to many: what stands in quotes may be a person's data or a password, and goes.
 */
final class QueryWords {
    private static final int CHARACTERS = 80;
    /** A quote that does not end is blotted out to the end: the server cuts long queries. */
    private static final Pattern LITERAL =
            Pattern.compile("\\$(\\w*)\\$.*?(?:\\$\\1\\$|$)|'(?:[^'\\\\]|\\\\.|'')*(?:'|\\\\?$)", Pattern.DOTALL);

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private QueryWords() {}

    static String of(String query) {
        String words = SPACE.matcher(LITERAL.matcher(query).replaceAll("?"))
                .replaceAll(" ")
                .strip();
        return words.length() <= CHARACTERS ? words : words.substring(0, CHARACTERS) + "...";
    }
}
