package dev.migrationtower.notifier.report;

import java.util.List;

/**
 * A page of a wiki, before anybody asks in which markup: all texts are plain.
 *
 * @param title unique in the wiki
 * @param stamp changes whenever the page does
 */
record Page(String title, String stamp, List<Part> parts) {
    Page {
        parts = List.copyOf(parts);
    }

    /** What a page is made of. */
    sealed interface Part {}

    record Heading(String text) implements Part {}

    record Paragraph(String text) implements Part {}

    /** @param head the names of the columns; empty: none */
    record Table(List<String> head, List<List<String>> rows) implements Part {
        Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }
}
