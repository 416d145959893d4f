package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import org.junit.jupiter.api.Test;

/** From the beginning to each of its ends. */
class WholeNightTest {
    @Test
    void itGoesThroughToItsEnd() {
        Night night = WholeNight.verifying();
        assertThat(night.phase("migrate").state()).isEqualTo(PhaseState.PASSED);
        night.tellAs("cleo", new Action.Done("verify", "count", "all equal"))
                .seesAllAgain()
                .after(2);
        night.tellAs("cleo", new Action.Go("verify")).tellAs("dan", new Action.Go("verify"));
        assertThat(night.phase("reopen").state()).isEqualTo(PhaseState.ACTIVE);

        night.sees("app", "one", "status", 200)
                .sees("app", "two", "status", 200)
                .sees("db", "db", "sessions", 8)
                .after(2);

        assertThat(night.run().view().state()).isEqualTo(RunState.COMPLETED);
        assertThat(night.run().nextDeadline()).isNull();
        assertThat(night.run().view().forecast()).isNull();
    }

    @Test
    void aFailedMigrationGoesBackUntilWhatWasSwitchedOffIsRestored() {
        Night night = WholeNight.migrating().tellAs("anna", new Action.Fail("migrate"));
        night.tellAs("anna", new Action.BeginRollback());
        assertThat(night.phase("migrate").state()).isEqualTo(PhaseState.ROLLED_BACK);
        assertThat(night.run().view().rollback()).isTrue();

        night.tellAs("anna", new Action.Done("restore", "restore-db", null))
                .seesAllAgain()
                .after(2);
        assertThat(night.phase("reopen-old").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.run().view().state()).isEqualTo(RunState.IN_PROGRESS);

        night.sees("app", "one", "status", 200)
                .sees("app", "two", "status", 200)
                .after(2);
        assertThat(night.run().view().state()).isEqualTo(RunState.ROLLED_BACK);
    }
}
