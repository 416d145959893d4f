package dev.migrationtower.notifier.report;

import java.util.List;
import java.util.stream.Collectors;

/** A page in Confluence's storage format, which is XHTML. */
final class StorageFormat {
    private StorageFormat() {}

    static String of(Page page) {
        return page.parts().stream().map(StorageFormat::of).collect(Collectors.joining());
    }

    private static String of(Page.Part part) {
        return switch (part) {
            case Page.Heading(String text) -> "<h2>" + text(text) + "</h2>";
            case Page.Paragraph(String text) -> "<p>" + text(text) + "</p>";
            case Page.Table(List<String> head, List<List<String>> rows) ->
                "<table><tbody>" + (head.isEmpty() ? "" : row("th", head))
                        + rows.stream().map(row -> row("td", row)).collect(Collectors.joining()) + "</tbody></table>";
        };
    }

    private static String row(String cell, List<String> cells) {
        return cells.stream()
                .map(text -> "<" + cell + "><p>" + text(text) + "</p></" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    /** XML has no way to write most control characters. */
    private static String text(String text) {
        return text.lines()
                .map(line -> line.replaceAll("\\p{Cntrl}+", " ")
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"))
                .collect(Collectors.joining("<br />"));
    }
}
