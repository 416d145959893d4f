package dev.migrationtower.dashboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Command;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRequestTest {
    private static final Instant TEN = Instant.parse("2026-11-22T22:00:00Z");

    @Test
    void aGoNamesItsPhaseItsReasonAndWhatItsAuthorSaw() {
        Command command = read("""
                        {"type":"go","phase":"drain","reason":"the last session is ours","revision":41,"author":"oncall-a"}
                        """).toCommand("id", "night-1", TEN);

        assertThat(command)
                .isEqualTo(new Command(
                        "id", "night-1", TEN, "oncall-a", "the last session is ours", 41L, new Action.Go("drain")));
    }

    @Test
    void nobodyInParticularIsTheOperator() {
        assertThat(read("{\"type\":\"start\"}").toCommand("id", "night-1", TEN).author())
                .isEqualTo("operator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "go", "[]", "{\"type\":"})
    void whatIsNoJsonObjectIs400(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"dance\"}",
                "{\"type\":\"go\"}",
                "{\"type\":\"comment\"}",
                "{\"type\":\"start\",\"revision\":\"soon\"}",
                "{\"type\":\"load-plan\",\"yaml\":\"tower: 1\",\"mode\":\"production\"}"
            })
    void whatIsNoCommandIs422(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(422));
    }

    private static CommandRequest read(String body) {
        return CommandRequest.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
