package dev.migrationtower.core.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.migrationtower.core.plan.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasebookTest {
    private static final Phrasebook NIGHT = new Phrasebook(Listener.SCRIPT);

    @Test
    void theLinesOfTheNightMeanWhatTheySay() {
        assertThat(NIGHT.meaningOf(Listener.KE + "In progress")).isEqualTo(new Meaning.Started("alter-ke"));
        assertThat(NIGHT.meaningOf(Listener.SEQ + "Done")).isEqualTo(new Meaning.Finished("alter-seq"));
        assertThat(NIGHT.meaningOf("alive")).isEqualTo(new Meaning.Alive());
        assertThat(NIGHT.meaningOf("Start script change-answers-id.js... ")).isEqualTo(new Meaning.Ignored());
        assertThat(NIGHT.meaningOf("error: deadlock detected")).isEqualTo(new Meaning.Failed(null));
        assertThat(NIGHT.meaningOf("Connected to server")).isEqualTo(new Meaning.Unmatched());
    }

    @Test
    void anExactSentenceChangedByOneDashIsShownAsUnmatched() {
        assertThat(NIGHT.meaningOf("Altering answers.id type to BIGINT – Done")).isEqualTo(new Meaning.Unmatched());
    }

    @Test
    void aStepsOwnLineWinsOverTheFailurePattern() {
        Phrasebook errors = new Phrasebook(script("Deleting error rows - start", "Deleting error rows - done", null));

        assertThat(errors.meaningOf("Deleting error rows - done")).isEqualTo(new Meaning.Finished("step"));
        assertThat(errors.meaningsOf("Deleting error rows - done"))
                .containsExactly(new Meaning.Finished("step"), new Meaning.Failed(null));
    }

    @Test
    void whatThePlanIgnoresIsNoFailure() {
        Phrasebook errors = new Phrasebook(script("start", "done", null));

        assertThat(errors.meaningOf("0 errors so far")).isEqualTo(new Meaning.Ignored());
        assertThat(errors.meaningOf("1 error so far")).isEqualTo(new Meaning.Failed(null));
    }

    @Test
    void aStartThatIsTheBeginningOfTheEndDoesNotHideIt() {
        Phrasebook prefix =
                new Phrasebook(script("Copying", "Copying - done", "Copying (?P<done>\\d+) of (?P<total>\\d+)"));

        assertThat(prefix.meaningOf("Copying - done")).isEqualTo(new Meaning.Finished("step"));
        assertThat(prefix.meaningOf("Copying 1 of 8")).isEqualTo(new Meaning.Progressed("step", 12.5));
        assertThat(prefix.meaningOf("Copying")).isEqualTo(new Meaning.Started("step"));
    }

    @Test
    void aProgressWhoseNumbersBrokeIsUnmatched() {
        Phrasebook percent = new Phrasebook(script("begin", "end", "rows: (?P<percent>.*)%"));
        Phrasebook share = new Phrasebook(script("begin", "end", "rows: (?P<done>.*)/(?P<total>.*)"));

        assertThat(percent.meaningOf("rows: 12.5%")).isEqualTo(new Meaning.Progressed("step", 12.5));
        assertThat(percent.meaningOf("rows: NaN%")).isEqualTo(new Meaning.Unmatched());
        assertThat(percent.meaningOf("rows: %")).isEqualTo(new Meaning.Unmatched());
        assertThat(share.meaningOf("rows: 5/0")).isEqualTo(new Meaning.Unmatched());
        assertThat(share.meaningOf("rows: undefined/7")).isEqualTo(new Meaning.Unmatched());
    }

    @Test
    void onlyTheBeginningOfALineIsRead() {
        String almost = "x".repeat(Phrasebook.READ_OF_A_LINE - 5);

        assertThat(NIGHT.meaningOf(almost + "error")).isEqualTo(new Meaning.Failed(null));
        assertThat(NIGHT.meaningOf(almost + ".error")).isEqualTo(new Meaning.Unmatched());
    }

    private static Script script(String start, String done, String progress) {
        return new Script(
                List.of(new Script.Lane(Script.ONLY_LANE, null)),
                List.of(),
                null,
                Pattern.compile("(?i)error"),
                List.of(Pattern.compile("\\b0 errors")),
                List.of(new Script.Step(
                        "step",
                        Pattern.compile(start),
                        Pattern.compile(done),
                        progress == null ? null : Pattern.compile(progress),
                        null)));
    }
}
