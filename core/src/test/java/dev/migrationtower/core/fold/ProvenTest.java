package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.EarlierRun;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.View.ExpectationView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A check that cannot fail is blind. */
class ProvenTest {
    private static ExpectationView expectation(Night night) {
        return night.check("app", "one").expectations().getFirst();
    }

    @Test
    void aCheckProvesNothingUntilItWasSeenToFail() {
        Night night = Night.started().sees("app", "one", "status", 503);
        assertThat(expectation(night).proven()).isFalse();

        night.after(1).sees("app", "one", "status", 200).after(1).sees("app", "one", "status", 503);
        assertThat(expectation(night).proven()).isTrue();
    }

    @Test
    void notToSeeIsNoProof() {
        Night night = Night.started().sees("app", "one", "status", 503).after(1).seesNothing("app", "one", "timeout");

        assertThat(expectation(night).proven()).isFalse();
    }

    @Test
    void aRehearsalProvesIt() {
        EarlierRun rehearsal = new EarlierRun("r", RunMode.REHEARSAL, Map.of(), List.of("app/one/closed"));
        Night night = new Night()
                .tell(new Action.LoadPlan(Night.PLAN, RunMode.PRODUCTION, List.of(rehearsal)))
                .tell(new Action.Start());

        assertThat(expectation(night).proven()).isTrue();
    }
}
