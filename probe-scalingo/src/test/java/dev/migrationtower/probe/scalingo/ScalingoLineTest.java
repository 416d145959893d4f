package dev.migrationtower.probe.scalingo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Outcome.LogLine;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScalingoLineTest {
    private final ScalingoLine reader = new ScalingoLine("pix-api", Optional.of("msg"));

    @Test
    void aLineHasItsTimeItsHostAndTheTextAtThePath() {
        LogLine line = only(
                "2022-07-23 20:30:01.930163178 +0000 UTC [one-off-12] {\\\"level\\\":30,\\\"msg\\\":\\\"alive\\\"}\\n");

        assertThat(line.at()).isEqualTo(Instant.parse("2022-07-23T20:30:01.930163178Z"));
        assertThat(line.host()).isEqualTo("pix-api-one-off-12");
        assertThat(line.text()).isEqualTo("alive");
    }

    @Test
    void aLineThatIsNotJsonIsItsOwnText() {
        assertThat(only("2022-07-23 20:30:01 +0000 UTC [one-off-12] {not json").text())
                .isEqualTo("{not json");
    }

    @Test
    void theSameLineAgainHasTheSameIdAndAnotherHasNot() {
        LogLine first = only("2022-07-23 20:30:01 +0000 UTC [one-off-12] a");

        assertThat(only("2022-07-23 20:30:01 +0000 UTC [one-off-12] a").id()).isEqualTo(first.id());
        assertThat(only("2022-07-23 20:30:01 +0000 UTC [one-off-12] b").id()).isNotEqualTo(first.id());
        assertThat(only("2022-07-23 20:30:01 +0000 UTC [one-off-13] a").id()).isNotEqualTo(first.id());
    }

    @Test
    void othersThanOneOffsPingsAndWhatIsNoLineAreNone() {
        assertThat(reader.of(event("2022-07-23 20:30:01 +0000 UTC [web-1] hello")))
                .isEmpty();
        assertThat(reader.of("{\"name\": \"ping\", \"timestamp\": \"2022-07-23T20:30:01Z\"}"))
                .isEmpty();
        assertThat(reader.of(event("2022-99-99 20:30:01 +0000 UTC [one-off-1] hello")))
                .isEmpty();
        assertThat(reader.of("what?")).isEmpty();
    }

    @Test
    void aMessageMayHoldSeveralLinesAndBeCalledEventOrName() {
        assertThat(reader.of("{\"event\": \"log\", \"log\": \"2022-07-23 20:30:01 +0000 UTC [one-off-1] a\\n"
                        + "2022-07-23 20:30:02 +0000 UTC [one-off-1] b\\n\"}"))
                .extracting(LogLine::text)
                .containsExactly("a", "b");
    }

    private LogLine only(String log) {
        assertThat(reader.of(event(log))).hasSize(1);
        return reader.of(event(log)).getFirst();
    }

    private static String event(String log) {
        return "{\"name\": \"log\", \"log\": \"" + log + "\"}";
    }
}
