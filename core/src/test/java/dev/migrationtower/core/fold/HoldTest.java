package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View.CheckView;
import org.junit.jupiter.api.Test;

class HoldTest {

    @Test
    void aPassedGateStaysExpected() {
        CheckView app = Night.draining().check("app", "one");

        assertThat(app.expectations()).singleElement().satisfies(held -> {
            assertThat(held.held()).isTrue();
            assertThat(held.phase()).isEqualTo("close");
            assertThat(held.state()).isEqualTo("closed");
            assertThat(held.verdict()).isEqualTo(Verdict.MET);
        });
    }

    @Test
    void aShortFlapIsNoBreach() {
        Night night =
                Night.draining().sees("app", "one", "status", 200).after(2).sees("app", "one", "status", 503);

        assertThat(night.events().getLast().reason())
                .isEqualTo("back after 2 s, too short for a breach: app/one: status 503, as expected");
        assertThat(night.check("app", "one").expectations())
                .singleElement()
                .satisfies(held -> assertThat(held.flaps()).isEqualTo(1));
        assertThat(night.after(5).types()).doesNotContain("breach.detected");
    }

    @Test
    void aHeldExpectationThatStaysBrokenIsABreachOnceItLasted() {
        Night night = Night.draining()
                .forgetEvents()
                .sees("app", "one", "status", 200)
                .after(3);

        assertThat(night.only(EventType.BREACH_DETECTED).reason()).contains("expected status == 503, saw status 200");
        assertThat(night.check("app", "one").expectations().getFirst().breachedSince())
                .isEqualTo(night.now().minusSeconds(3));
        assertThat(night.phase("close").breaches()).isEqualTo(1);
    }

    @Test
    void aBreachThatIsMendedIsClearedWithItsDuration() {
        Night night =
                Night.draining().sees("app", "one", "status", 200).after(9).forgetEvents();

        night.sees("app", "one", "status", 503);

        assertThat(night.only(EventType.BREACH_CLEARED).reason()).contains("after 9 s");
        assertThat(night.phase("close").breaches()).isZero();
    }

    @Test
    void losingSightOfABreachDoesNotClearIt() {
        Night night = Night.draining().sees("app", "one", "status", 200).after(20);

        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(night.phase("close").breaches()).isEqualTo(1);
        assertThat(night.types()).doesNotContain("breach.cleared");
    }

    @Test
    void theExpectedStateMayBeAnotherOneWhileHeld() {
        Night night = Night.awaiting().tell(new Action.Go("drain"));

        // reopen is the next phase, and the end of both holds: only its own criteria are left
        assertThat(night.check("db", "db").expectations()).singleElement().satisfies(expectation -> {
            assertThat(expectation.held()).isFalse();
            assertThat(expectation.state()).isEqualTo("normal");
        });
    }

    @Test
    void aBreachEndsWithItsHold() {
        Night night = Night.awaiting().sees("app", "one", "status", 200).after(3);
        assertThat(night.phase("close").breaches()).isEqualTo(1);

        night.tell(new Action.Go("drain"));

        assertThat(night.phase("close").breaches()).isZero();
        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void whatIsSeenBrokenAgainAndAgainAndNeverWholeIsABreachThoughItIsHardToSee() {
        Night night = Night.draining().forgetEvents();

        night.sees("app", "one", "status", 200).after(2);
        night.seesNothing("app", "one", "timeout").after(2);
        assertThat(night.types()).doesNotContain("breach.detected");
        night.sees("app", "one", "status", 200);

        assertThat(night.only(EventType.BREACH_DETECTED).reason()).contains("saw status 200");
        assertThat(night.check("app", "one").expectations().getFirst().breachedSince())
                .isEqualTo(night.now().minusSeconds(4));
    }

    @Test
    void whatWasSeenBrokenOnceAndNeverAgainIsNoBreachButUnknown() {
        Night night = Night.draining().forgetEvents();

        night.sees("app", "one", "status", 200).after(1);
        night.seesNothing("app", "one", "timeout").after(60);

        assertThat(night.types()).doesNotContain("breach.detected");
        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aFlapInWhichItCouldNotBeSeenIsOne() {
        Night night = Night.draining()
                .sees("app", "one", "status", 200)
                .after(1)
                .seesNothing("app", "one", "timeout")
                .after(1)
                .sees("app", "one", "status", 503);

        assertThat(night.check("app", "one").expectations().getFirst().flaps()).isEqualTo(1);
        assertThat(night.events().getLast().reason()).startsWith("back after 2 s, too short for a breach");
    }

    @Test
    void whatMendsOneBreachOfTwoSaysThatTheOtherGoesOn() {
        String plan = """
                tower: 1
                id: two
                title: Two
                defaults: {interval: 1s, freshness: 10s, sustain: 1s, breachAfter: 3s}
                checks:
                  db:
                    probe: postgres
                    with: {datasource: api}
                    states: {calm: "sessions < 9", calmer: "sessions < 5", busy: "sessions >= 9"}
                phases:
                  - {id: one, gate: {require: [{check: db, is: calm}], hold: {until: end}}}
                  - {id: two, gate: {require: [{check: db, is: calmer}], hold: {until: end}}}
                  - {id: three, gate: {require: [{check: db, is: busy}], sustain: 1h}}
                  - {id: end, gate: {require: [{check: db, is: calm}]}}
                """;
        Night night = Night.of(plan)
                .tell(new Action.Start())
                .sees("db", "db", "sessions", 1)
                .after(3)
                .sees("db", "db", "sessions", 12)
                .after(3);
        assertThat(night.phase("one").breaches() + night.phase("two").breaches())
                .isEqualTo(2);

        night.forgetEvents().sees("db", "db", "sessions", 7);

        assertThat(night.only(EventType.BREACH_CLEARED).reason())
                .isEqualTo("one breach less, after 3 s, and 1 goes on: db: expected sessions < 5, saw sessions 7");
    }
}
