package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

    @Test
    void aGateSaysNoGoWhileACriterionIsNotMet() {
        Night night = Night.started().sees("app", "one", "status", 503).sees("app", "two", "status", 200);

        assertThat(night.phase("close").gate().result()).isEqualTo(GateResult.NO_GO);
        assertThat(night.phase("close").gate().met()).isEqualTo(1);
        assertThat(night.phase("close").gate().notMet()).isEqualTo(1);
    }

    @Test
    void allMetMustLastBeforeTheGateIsPassed() {
        Night night = Night.started().sees("app", "one", "status", 503).sees("app", "two", "status", 503);

        assertThat(night.phase("close").gate().result()).isEqualTo(GateResult.NO_GO);
        assertThat(night.phase("close").gate().goAt()).isEqualTo(night.now().plusSeconds(2));
        assertThat(night.after(1).phase("close").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.after(1).phase("close").state()).isEqualTo(PhaseState.PASSED);
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void aFlickerBeginsTheSustainAnew() {
        Night night = Night.started()
                .sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503)
                .after(1);

        night.sees("app", "two", "status", 200)
                .after(1)
                .sees("app", "two", "status", 503)
                .after(1);
        assertThat(night.phase("close").state()).isEqualTo(PhaseState.ACTIVE);

        assertThat(night.after(1).phase("close").state()).isEqualTo(PhaseState.PASSED);
    }

    @Test
    void aGateWithADecisionWaitsForAPerson() {
        Night night = Night.awaiting();

        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.AWAITING_DECISION);
        assertThat(night.only(EventType.DECISION_REQUESTED).reason()).isEqualTo("Go? (lead)");
        assertThat(night.after(3600).phase("drain").state()).isNotEqualTo(PhaseState.PASSED);
    }

    @Test
    void aGateThatFallsAgainNoLongerAwaitsADecision() {
        Night night = Night.awaiting().sees("db", "db", "sessions", 1);

        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.phase("drain").gate().result()).isEqualTo(GateResult.NO_GO);
    }

    @Test
    void theRunIsCompletedWithItsLastGate() {
        Night night = Night.awaiting().tell(new Action.Go("drain"));
        night.sees("app", "one", "status", 200)
                .sees("app", "two", "status", 200)
                .after(1);
        night.sees("db", "db", "sessions", 5).after(2);

        assertThat(night.run().view().state()).isEqualTo(RunState.COMPLETED);
        assertThat(night.run().view().endedAt()).isEqualTo(night.now());
        assertThat(night.last().assignments()).hasSize(3).allMatch(it -> it instanceof Assignment.Unwatch);
        assertThat(night.run().nextDeadline()).isNull();
    }

    @Test
    void anObservationAfterTheEndChangesNothing() {
        Night night = Night.awaiting().tell(new Action.Go("drain"));
        night.sees("app", "one", "status", 200)
                .sees("app", "two", "status", 200)
                .after(1);
        night.sees("db", "db", "sessions", 5).after(3).forgetEvents();

        night.sees("app", "one", "status", 503).after(3600);

        assertThat(night.events()).isEmpty();
    }

    @Test
    void everyEventRaisesTheRevisionByOne() {
        Night night = Night.awaiting().tell(new Action.Go("drain")).after(60);

        assertThat(night.events())
                .extracting(event -> event.revision())
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(
                                1, night.events().size())
                        .boxed()
                        .toList());
    }

    @Test
    void whatAGateSaysIsToldWithItsCounts() {
        Night night = Night.draining()
                .sees("db", "db", "sessions", 3)
                .after(1)
                .sees("db", "db", "sessions", 0)
                .after(2);

        assertThat(said(night, "drain"))
                .containsExactly(
                        "drain: inconclusive: 0 of 1 met, 1 unknown",
                        "drain: no-go: 0 of 1 met, 1 not met",
                        "drain: 1 of 1 met, and must stay so for 2 s",
                        "drain: go: 1 of 1 met");
    }

    @Test
    void aGateThatNobodyDecidesOnIsPassedWithoutAWordOfItsOwn() {
        Night night = Night.draining();

        assertThat(said(night, "close")).doesNotContain("close: go: 2 of 2 met");
        assertThat(night.events())
                .filteredOn(event -> event.type() == EventType.PHASE_PASSED)
                .extracting(event -> event.reason())
                .containsExactly("close: 2 of 2 met");
    }

    @Test
    void aGateIsAtTheRevisionThatToldOfIt() {
        Night night = Night.draining().sees("db", "db", "sessions", 3);

        assertThat(night.phase("drain").gate().revision())
                .isEqualTo(night.events().stream()
                        .filter(event -> event.type() == EventType.GATE_EVALUATED)
                        .reduce((first, second) -> second)
                        .orElseThrow()
                        .revision());
    }

    @Test
    void aGateSaysSinceWhenItSaysSo() {
        Night night = Night.started().unnoticed(3).sees("app", "one", "status", 200);
        Instant since = night.now();
        assertThat(night.phase("close").gate().since()).as("no-go from now on").isEqualTo(since);

        night.unnoticed(3).sees("app", "two", "status", 200);
        assertThat(night.phase("close").gate().since())
                .as("more is amiss, and it says the same")
                .isEqualTo(since);
    }

    @Test
    void aPhaseThatIsPassedTellsHowMuchOfWhatItHoldsIsInBreach() {
        Night night = WholeNight.draining().forgetEvents();

        night.sees("app", "one", "status", 200).after(3);
        night.sees("app", "two", "status", 200).after(3);
        night.sees("app", "one", "status", 503).sees("app", "two", "status", 503);

        assertThat(said(night, "close"))
                .containsExactly(
                        "close: 1 of what it holds is in breach",
                        "close: 2 of what it holds are in breach",
                        "close: 1 of what it holds is in breach",
                        "close holds again");
    }

    private static List<String> said(Night night, String phase) {
        return night.events().stream()
                .filter(event -> event.type() == EventType.GATE_EVALUATED)
                .filter(event -> event.subject().equals("phase/" + phase))
                .map(event -> event.reason())
                .toList();
    }
}
