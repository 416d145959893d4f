package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a rollback is proposed, and what is watched on the way back. */
class WayBackTest {
    private static final String PROPOSED = EventType.ROLLBACK_PROPOSED.shortName();

    @Test
    void aMinuteOfBeforeTheStartDoesNotCountTowardsAProposal() {
        Night night = critical(WholeNight.loaded(), 90).tellAs("anna", new Action.Start());
        assertThat(night.types()).doesNotContain(PROPOSED);

        assertThat(critical(night, 55).types()).doesNotContain(PROPOSED);
        assertThat(critical(night, 10).types()).contains(PROPOSED);
    }

    @Test
    void aRollbackIsProposedToARunThatStandsStillAtAFailure() {
        Night night = WholeNight.migrating().tellAs("anna", new Action.Fail("migrate"));

        assertThat(critical(night, 70).types()).contains(PROPOSED);
    }

    @Test
    void nothingIsProposedBeforeTheStart() {
        assertThat(critical(WholeNight.loaded(), 90).types()).doesNotContain(PROPOSED);
    }

    @Test
    void whatIsRestoredOnTheWayBackIsAskedForThereAndHeldNoMore() {
        Night night = back(WholeNight.PLAN).tellAs("anna", new Action.Done("restore", "restore-db", null));
        see(night, 503);
        assertThat(night.after(2).phase("reopen-old").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(wanted(night)).containsExactly("reopen-old open");

        see(night, 200);

        assertThat(night.after(5).types()).doesNotContain(EventType.BREACH_DETECTED.shortName());
        assertThat(night.phase("reopen-old").state()).isEqualTo(PhaseState.PASSED);
        assertThat(night.only(EventType.RUN_ROLLED_BACK).reason()).doesNotContain("nobody saw restored");
    }

    @Test
    void whatIsRestoredInTheMiddleOfTheWayBackIsHeldUntilThere() {
        String plan = WholeNight.PLAN.replace("""
                    - id: reopen-old
                      gate: {require: [{deviations: after}]}
                """, """
                    - id: shrink
                      gate: {require: [{check: db, is: normal}]}
                    - id: reopen-old
                      gate: {require: [{check: app, is: open}]}
                    - id: thank
                      tasks: [{id: thank-all, do: Thank}]
                      gate: {require: [{tasks: all}]}
                """.indent(2).replaceAll("(?m)^  ", ""));
        assertThat(plan).contains("thank-all");
        Night night = back(plan).tellAs("anna", new Action.Done("restore", "restore-db", null));
        see(night, 503);
        assertThat(night.after(2).phase("shrink").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(wanted(night)).containsExactly("close closed");

        night.sees("db", "db", "sessions", 9).after(2);
        assertThat(night.phase("reopen-old").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(wanted(night)).containsExactly("reopen-old open");

        see(night, 200);
        assertThat(night.after(3).phase("thank").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(wanted(night)).isEmpty();
    }

    @Test
    void aDeviationThatTheWayBackDoesNotRestoreIsWatchedToItsEndAndNamed() {
        String plan = WholeNight.PLAN.replace("gate: {require: [{deviations: after}]}\n", "skip");
        String without = WholeNight.PLAN.substring(0, WholeNight.PLAN.indexOf("    - id: reopen-old"));
        assertThat(plan).isNotEqualTo(WholeNight.PLAN);
        Night night = back(without);
        see(night, 503);
        assertThat(wanted(night)).containsExactly("close closed");

        night.tellAs("anna", new Action.Done("restore", "restore-db", null)).after(2);

        assertThat(night.only(EventType.RUN_ROLLED_BACK).reason()).contains("nobody saw restored", "app");
    }

    @Test
    void aRunThatRestoredWhatItSwitchedOffSaysNothingOfIt() {
        Night night = WholeNight.draining();
        for (String phase : List.of("drain", "migrate", "verify")) {
            night.tellAs("anna", new Action.Skip(phase));
        }
        see(night, 200);
        night.sees("db", "db", "sessions", 9).after(2);

        assertThat(night.only(EventType.RUN_COMPLETED).reason()).doesNotContain("nobody saw restored");
    }

    @Test
    void whatWasNeverSwitchedOffIsNotMissedAtTheEnd() {
        Night night = WholeNight.closing();
        for (String phase : List.of("close", "drain", "migrate", "verify", "reopen")) {
            night.tellAs("anna", new Action.Skip(phase));
        }

        assertThat(night.only(EventType.RUN_COMPLETED).reason()).doesNotContain("nobody saw restored");
    }

    /** The way back has begun: everything was closed and drained. */
    private static Night back(String plan) {
        Night night = WholeNight.preparing(plan).tellAs("anna", new Action.Skip("prepare"));
        see(night, 503);
        return night.after(2)
                .sees("db", "db", "sessions", 0)
                .after(2)
                .tellAs("anna", new Action.Go("drain"))
                .tellAs("anna", new Action.BeginRollback());
    }

    private static void see(Night night, int status) {
        night.sees("app", "one", "status", status).sees("app", "two", "status", status);
    }

    /** The disk is seen to be critical, again and again. */
    private static Night critical(Night night, int seconds) {
        for (int second = 0; second < seconds; second += 5) {
            night.sees("disk", "disk", "status", 507).after(5);
        }
        return night;
    }

    private static List<String> wanted(Night night) {
        return night.check("app", "one").expectations().stream()
                .filter(it -> !it.state().isEmpty())
                .map(it -> it.phase() + " " + it.state())
                .toList();
    }
}
