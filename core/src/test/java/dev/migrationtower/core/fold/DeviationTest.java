package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.View.ExpectationView;
import org.junit.jupiter.api.Test;

class DeviationTest {
    @Test
    void itIsAskedForThenHeldThenItsRestoringIsAskedFor() {
        assertThat(WholeNight.closing().check("app", "one").expectations())
                .extracting(ExpectationView::phase, ExpectationView::held, ExpectationView::state)
                .containsExactly(tuple("close", false, "closed"));

        Night night = WholeNight.draining();
        assertThat(night.check("app", "one").expectations())
                .extracting(ExpectationView::phase, ExpectationView::held, ExpectationView::state)
                .containsExactly(tuple("close", true, "closed"));

        night.tellAs("anna", new Action.Skip("drain"))
                .tellAs("anna", new Action.Skip("migrate"))
                .tellAs("anna", new Action.Skip("verify"));
        assertThat(night.check("app", "one").expectations())
                .extracting(ExpectationView::phase, ExpectationView::held, ExpectationView::state)
                .containsExactly(tuple("reopen", false, "open"));
    }

    @Test
    void itStaysHeldOnTheWayBackUntilItIsToBeRestored() {
        Night night = WholeNight.migrating().tellAs("anna", new Action.BeginRollback());

        night.forgetEvents()
                .seesAllAgain()
                .after(1)
                .sees("app", "one", "status", 200)
                .after(3);

        assertThat(night.only(EventType.BREACH_DETECTED).subject()).isEqualTo("check/app/one");
        // what only the gate of drain held has no meaning on the way back
        assertThat(night.check("db", "db").expectations()).isEmpty();
    }

    @Test
    void theGateSaysWhatADeviationAsksFor() {
        assertThat(WholeNight.loaded().phase("close").gate().criteria())
                .allSatisfy(criterion -> assertThat(criterion.derived()).isTrue())
                .extracting(criterion -> criterion.check() + " " + criterion.state())
                .containsExactly("app closed");
    }
}
