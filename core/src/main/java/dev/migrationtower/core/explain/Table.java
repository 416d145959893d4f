package dev.migrationtower.core.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of cells, written below each other in plain text. What is too wide goes on in the next line of its column. */
public final class Table {
    private static final int USUAL_WIDTH = 120;
    private static final int NARROWEST_COLUMN = 10;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** A text on its own, in lines of at most so many columns. */
    static String paragraph(String text, int columns) {
        return new Table().row(text).text(columns);
    }

    /** Adds a row; cells that are left out at its end are empty. */
    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, each with its end, of a usual width. */
    public String text() {
        return text(USUAL_WIDTH);
    }

    /**
     * The same.
     *
     * @param columns what no line is wider than, unless a single word is
     */
    public String text(int columns) {
        int[] widths = widths(columns);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            List<List<String>> cells = IntStream.range(0, row.size())
                    .mapToObj(column -> wrapped(row.get(column), widths[column]))
                    .toList();
            int height = Math.max(1, cells.stream().mapToInt(List::size).max().orElse(1));
            for (int line = 0; line < height; line++) {
                text.append(line(cells, line, widths).stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }

    private static String line(List<List<String>> cells, int line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            List<String> cell = cells.get(column);
            String part = line < cell.size() ? cell.get(line) : "";
            text.append(part)
                    .append(" ".repeat(Math.max(0, widths[column] - length(part))))
                    .append(GAP);
        }
        return text.toString();
    }

    /** As wide as the widest cell; while all of it is too wide, the widest column gives way. */
    private int[] widths(int columns) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                int width =
                        row.get(column).lines().mapToInt(Table::length).max().orElse(0);
                widths[column] = Math.max(widths[column], width);
            }
        }
        int most = columns - GAP.length() * Math.max(0, widths.length - 1);
        while (Arrays.stream(widths).sum() > most) {
            int widest = Collections.max(
                    IntStream.range(0, widths.length).boxed().toList(), (a, b) -> widths[a] - widths[b]);
            if (widths[widest] <= NARROWEST_COLUMN) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static List<String> wrapped(String cell, int width) {
        return cell.lines().flatMap(line -> wrappedLine(line, width).stream()).toList();
    }

    /** Breaks between words only; what follows a break keeps the indentation of the line. */
    private static List<String> wrappedLine(String cell, int width) {
        String words = cell.stripLeading();
        String indent = " ".repeat(cell.length() - words.length());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : words.split(" ", -1)) {
            boolean begun = line.length() > indent.length();
            if (begun && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
