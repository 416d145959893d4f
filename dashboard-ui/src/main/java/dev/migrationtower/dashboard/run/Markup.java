package dev.migrationtower.dashboard.run;

import java.util.regex.Pattern;

/** Texts of plans as text in SVG and HTML, whatever stands in them. */
public final class Markup {
    /** What XML has no way to say. */
    private static final Pattern UNSPEAKABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private Markup() {}

    /** The text, fit for an element and for an attribute in double quotes. */
    public static String escape(String text) {
        return UNSPEAKABLE
                .matcher(text)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
