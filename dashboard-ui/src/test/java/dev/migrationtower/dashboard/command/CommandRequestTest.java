package dev.migrationtower.dashboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRequestTest {
    private static final Origin FROM = new Origin("192.0.2.7", "password");
    private static final Instant TEN = Instant.parse("2026-11-22T22:00:00Z");

    @Test
    void aGoNamesItsPhaseItsReasonAndWhatItsAuthorSaw() {
        Command command = read("""
                        {"type":"go","phase":"drain","reason":"the last session is ours","revision":41,"author":"oncall-a"}
                        """).toCommand("id", "night-1", TEN, "oncall-a", FROM);

        assertThat(command)
                .isEqualTo(new Command(
                        "id",
                        "night-1",
                        TEN,
                        "oncall-a",
                        "the last session is ours",
                        41L,
                        new Action.Go("drain"),
                        FROM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "go", "[]", "{\"type\":"})
    void whatIsNoJsonObjectIs400(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @Test
    void aWaiverNamesItsCriterionItsEndAndItsReason() {
        Command command = read("""
                        {"type":"waive","phase":"close","criterion":"check/app/orga","until":"2026-11-22T23:00:00Z","reason":"we know"}
                        """).toCommand("id", "night-1", TEN, "oncall-a", FROM);

        assertThat(command.action())
                .isEqualTo(new Action.Waive("close", "check/app/orga", Instant.parse("2026-11-22T23:00:00Z")));
        assertThat(command.reason()).isEqualTo("we know");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abort",
                "start",
                "resume",
                "withdraw",
                "unwaive",
                "skip",
                "unskip",
                "fail",
                "unfail",
                "done",
                "undone",
                "begin-rollback",
                "abandon-rollback",
                "announce",
                "unannounce"
            })
    void everyActionOfTheContractCanBeAskedFor(String type) {
        CommandRequest request = read("""
                {"type":"%s","phase":"close","criterion":"task/freeze","task":"freeze","text":{"en":"soon"},
                 "announcement":"c","reason":"because"}
                """.formatted(type));

        assertThat(Json.mapper().valueToTree(request.action()).path("type").asText())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"abort,", "waive, ''", "skip,", "fail, ' '", "begin-rollback,"})
    void whatChangesTheWholeNightNeedsAReason(String type, String reason) {
        String given = reason == null ? "" : ",\"reason\":\"" + reason + "\"";
        String body = "{\"type\":\"" + type + "\",\"phase\":\"close\",\"criterion\":\"task/freeze\"" + given + "}";

        assertThatThrownBy(() -> read(body)).satisfies(is422("It needs a reason"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "app", "check/", "check/app/orga/x", "task/a/b", "step/alter-ke", "gate/close"})
    void whatNamesNoCriterionCannotBeWaived(String criterion) {
        String body = "{\"type\":\"waive\",\"phase\":\"close\",\"criterion\":\"" + criterion + "\",\"reason\":\"x\"}";

        assertThatThrownBy(() -> read(body)).satisfies(is422("criterion is check/<check>, check/<check>/<item>"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{}, `type is one of start, abort, resume`",
                "{\"type\":\"dance\"}, `type is one of start`",
                "{\"type\":\"go\"}, `go has the fields phase. `",
                "{\"type\":\"comment\"}, `comment has the fields text. `",
                "`{\"type\":\"done\",\"phase\":\"close\"}`, `done has the fields phase, task, evidence (if need be). `",
                "`{\"type\":\"waive\",\"phase\":\"p\",\"criterion\":\"task/t\",\"reason\":\"x\",\"until\":\"soon\"}`, `until`",
                "`{\"type\":\"start\",\"revision\":\"soon\"}`, `start has no fields of its own.`",
                "`{\"type\":\"load-plan\",\"yaml\":\"tower: 1\",\"mode\":\"production\",\"earlier\":[]}`, `PUT /api/v1/runs/{run}/plan`"
            })
    void whatIsNoCommandIs422AndSaysWhatWouldBeOne(String body, String detail) {
        assertThatThrownBy(() -> read(body)).satisfies(is422(detail));
    }

    private static ThrowingConsumer<Throwable> is422(String detail) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(422);
            assertThat(e.problem().detail()).contains(detail);
        });
    }

    private static CommandRequest read(String body) {
        return CommandRequest.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
