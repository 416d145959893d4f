package dev.migrationtower.probe.runtime.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Outcome.LogLine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewLinesTest {
    private static final Instant START = Instant.parse("2022-07-23T20:00:00Z");
    private final NewLines lines = new NewLines(START);

    @Test
    void aLineIsGivenOutOnceHoweverOftenItComes() {
        lines.add(line("a", START));
        lines.add(line("a", START));
        assertThat(lines.take()).extracting(LogLine::id).containsExactly("a");

        lines.add(line("a", START));
        assertThat(lines.take()).isEmpty();
    }

    @Test
    void aLineFromBeforeTheRunNeverCounts() {
        lines.add(line("rehearsal", START.minusNanos(1)));

        assertThat(lines.take()).isEmpty();
    }

    @Test
    void moreThanOneLookCanCarryWaitsForTheNextInItsOrder() {
        for (int i = 0; i < 5_000; i++) {
            lines.add(line(String.format("%05d", i), START));
        }

        List<LogLine> first = lines.take();
        assertThat(first).hasSizeBetween(100, 4_999).extracting(LogLine::id).isSorted();
        List<LogLine> second = lines.take();
        assertThat(second.getFirst().id()).isGreaterThan(first.getLast().id());
        assertThat(lines.lost()).isZero();
    }

    @Test
    void whatCannotWaitIsCountedAsLost() {
        for (int i = 0; i < 50_007; i++) {
            lines.add(line("line " + i, START));
        }

        assertThat(lines.lost()).isEqualTo(7);
        assertThat(lines.lost()).isZero();
        assertThat(lines.take().getFirst().id()).isEqualTo("line 7");
    }

    /** Four thousand long lines are 16 million characters; as soon as some were taken, as many may wait again. */
    @Test
    void longLinesThatWaitDoNotFillTheMemory() {
        String text = "x".repeat(5_000);
        for (int i = 0; i < 4_003; i++) {
            lines.add(new LogLine("line " + i, START, "one-off-1", text));
        }
        assertThat(lines.lost()).isEqualTo(3);

        int taken = lines.take().size();
        for (int i = 0; i < taken; i++) {
            lines.add(new LogLine("more " + i, START, "one-off-1", text));
        }
        assertThat(lines.lost()).isZero();
    }

    private static LogLine line(String id, Instant at) {
        return new LogLine(id, at, "one-off-1", "text");
    }
}
