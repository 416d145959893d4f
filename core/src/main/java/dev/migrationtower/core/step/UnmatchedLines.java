package dev.migrationtower.core.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The lines that nobody understood.
 *
 * @param count how many there were, at least: of lines that come out of order, one older than all of {@code newest} is taken for one
 *     that comes again
 * @param newest the newest of them, in order; at most {@value #KEPT}
 */
public record UnmatchedLines(int count, List<Line> newest) {
    static final int KEPT = 100;
    static final UnmatchedLines NONE = new UnmatchedLines(0, List.of());

    private static final int SHOWN = 5;

    public UnmatchedLines {
        newest = List.copyOf(newest);
    }

    /** One of them, by the time of its source. */
    public record Line(Instant writtenAt, String source, String id, String text) implements Comparable<Line> {
        private static final Comparator<Line> ORDER = Comparator.comparing(Line::writtenAt)
                .thenComparing(Line::source)
                .thenComparing(Line::id);

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }

    UnmatchedLines with(Heard heard) {
        Line line = new Line(heard.writtenAt(), heard.source(), heard.id(), heard.text());
        int place = Collections.binarySearch(newest, line);
        boolean full = newest.size() == KEPT;
        if (place >= 0 || (full && place == -1)) {
            return this;
        }
        List<Line> lines = new ArrayList<>(newest);
        lines.add(-place - 1, line);
        return new UnmatchedLines(count + 1, full ? lines.subList(1, lines.size()) : lines);
    }

    /** The newest texts, each once, the newest first. */
    List<String> samples() {
        return newest.reversed().stream()
                .map(Line::text)
                .distinct()
                .limit(SHOWN)
                .toList();
    }
}
