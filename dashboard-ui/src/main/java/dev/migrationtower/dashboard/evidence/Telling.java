package dev.migrationtower.dashboard.evidence;

import dev.migrationtower.dashboard.run.Markup;
import dev.migrationtower.events.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the document tells things: in one language and one time zone, and whatever somebody else wrote as text and never as markup. What
 * these methods give is HTML; what they take is not, unless they say so.
 */
record Telling(boolean french, ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** One of two texts of ours. */
    String say(String inEnglish, String inFrench) {
        return french ? inFrench : inEnglish;
    }

    String text(@Nullable String text) {
        return text == null ? "" : Markup.escape(text);
    }

    String text(Text text) {
        return text(text.in(french ? "fr" : "en"));
    }

    /** Empty if there is none. */
    String time(@Nullable Instant at) {
        return at == null
                ? ""
                : "<time datetime=\"" + at + "\">"
                        + TIME.format(at.atZone(zone)).replace(" ", "&nbsp;") + "</time>";
    }

    /** From one to the other, as {@code 2 h 31 min 05 s}; empty if one of them is not there. */
    String span(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? "" : span(Duration.between(from, to).toSeconds());
    }

    String span(long seconds) {
        long hours = seconds / 3600;
        long minutes = seconds / 60 % 60;
        String rest = "%02d&nbsp;s".formatted(seconds % 60);
        return hours > 0
                ? "%d&nbsp;h&nbsp;%02d&nbsp;min&nbsp;%s".formatted(hours, minutes, rest)
                : minutes > 0 ? "%d&nbsp;min&nbsp;%s".formatted(minutes, rest) : seconds + "&nbsp;s";
    }

    /** A table; its heads and cells are HTML. In place of one without rows, a word. */
    String table(List<String> heads, List<List<String>> rows) {
        return rows.isEmpty()
                ? "<p>" + say("None.", "Aucune.") + "</p>\n"
                : "<table><thead>" + row("th", heads) + "</thead><tbody>\n"
                        + rows.stream().map(cells -> row("td", cells)).collect(Collectors.joining())
                        + "</tbody></table>\n";
    }

    /** Cells of a row. */
    static List<String> cells(String... cells) {
        return Arrays.asList(cells);
    }

    private static String row(String tag, List<String> cells) {
        return cells.stream()
                .map(cell -> "<" + tag + ">" + cell + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }
}
