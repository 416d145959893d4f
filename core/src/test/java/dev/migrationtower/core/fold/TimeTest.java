package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time is noticed late, after an outage perhaps by far, and clocks are set back. What was due then comes before what is new. */
class TimeTest {

    @Test
    void aGoIsNotSaidOfEvidenceThatIsTooOldWhetherOrNotSomebodyNoticed() {
        Night night = Night.awaiting();
        long seen = night.run().view().revision();

        night.unnoticed(60).tell("lead", new Action.Go("drain"), "because", seen);

        assertThat(night.refusal().problems().getFirst()).startsWith("The gate of drain changed after you looked");
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.phase("drain").gate().result()).isEqualTo(GateResult.INCONCLUSIVE);
    }

    @Test
    void aGoIsNotSaidOfAWaiverThatIsOverWhetherOrNotSomebodyNoticed() {
        Night night = Night.draining()
                .sees("db", "db", "sessions", 7)
                .tell(new Action.Waive("drain", "check/db", null))
                .after(2);
        night.tell(new Action.Waive("drain", "check/db", night.now().plusSeconds(3)));
        night.after(2).sees("db", "db", "sessions", 7);
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.AWAITING_DECISION);

        night.unnoticed(1).tell(new Action.Go("drain"));

        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void aBreachThatNobodyNoticedInTimeIsToldAllTheSame() {
        Night night = Night.draining().sees("app", "one", "status", 200).forgetEvents();

        night.unnoticed(5).sees("app", "one", "status", 503);

        assertThat(night.types()).containsSubsequence("breach.detected", "breach.cleared");
    }

    @Test
    void whatTimeBringsIsNotTheDoingOfWhoeverComesNext() {
        Night night = Night.draining()
                .sees("app", "one", "status", 200)
                .forgetEvents()
                .unnoticed(5)
                .tell(new Action.Skip("drain"));

        Event breach = night.only(EventType.BREACH_DETECTED);
        assertThat(breach.cause()).isNull();
        assertThat(breach.by()).isNull();
        assertThat(night.only(EventType.PHASE_SKIPPED).by()).isEqualTo("lead");
        assertThat(night.last().touched()).hasSize(3);
    }

    @Test
    void aGateWhoseTimeHasComeIsPassedBeforeSomethingElseIsSeen() {
        Night night = Night.started()
                .sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503)
                .unnoticed(4)
                .sees("app", "one", "status", 200);

        assertThat(night.phase("close").state()).isEqualTo(PhaseState.PASSED);
        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void theTimeOfARunDoesNotRunBackwards() {
        Night night = Night.draining().sees("app", "one", "status", 200);

        night.clockMovesBy(-3_600).sees("db", "db", "sessions", 0).tell(new Action.Skip("drain"));
        night.clockMovesBy(3_600).after(3);

        List<Instant> times = night.events().stream().map(Event::at).toList();
        assertThat(times).isSorted();
        assertThat(night.phase("drain").endedAt())
                .isAfterOrEqualTo(night.phase("drain").startedAt());
    }

    @Test
    void aClockSetBackDoesNotPutOffABreach() {
        Night night = Night.draining().sees("app", "one", "status", 200).clockMovesBy(-2);

        night.sees("db", "db", "sessions", 0).after(5);

        assertThat(night.types()).contains("breach.detected");
    }

    @Test
    void nothingIsDueAnyMoreOnceTheScriptIsOver() {
        Night night = WholeNight.verifying();
        assertThat(night.phase("migrate").state()).isEqualTo(PhaseState.PASSED);

        night.after(3_600);

        assertThat(night.run().nextDeadline()).isAfter(night.now());
        assertThat(night.run().view().state()).isEqualTo(RunState.IN_PROGRESS);
    }
}
