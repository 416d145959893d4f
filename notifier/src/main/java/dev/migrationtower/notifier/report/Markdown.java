package dev.migrationtower.notifier.report;

import java.util.List;
import java.util.stream.Collectors;

/** A page in Markdown, as any wiki or forge takes it. All that could be markup in its texts is escaped. */
final class Markdown {
    private Markdown() {}

    static String of(Page page) {
        return "# " + text(page.title()) + "\n\n"
                + page.parts().stream().map(Markdown::of).collect(Collectors.joining("\n"));
    }

    private static String of(Page.Part part) {
        return switch (part) {
            case Page.Heading(String text) -> "## " + text(text) + "\n";
            case Page.Paragraph(String text) -> text(text) + "\n";
            case Page.Table(List<String> head, List<List<String>> rows) -> table(head, rows);
        };
    }

    private static String table(List<String> head, List<List<String>> rows) {
        int columns = head.isEmpty() ? (rows.isEmpty() ? 1 : rows.getFirst().size()) : head.size();
        List<String> titles = head.isEmpty() ? java.util.Collections.nCopies(columns, "") : head;
        return row(titles) + "|" + "---|".repeat(columns) + "\n"
                + rows.stream().map(Markdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(String text) {
        return text.lines().map(Markdown::text).collect(Collectors.joining("<br>"));
    }

    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]#|~!])", "\\\\$1")
                .replaceAll("\\p{Cntrl}+", " ");
    }
}
