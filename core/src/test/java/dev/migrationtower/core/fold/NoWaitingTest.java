package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import org.junit.jupiter.api.Test;

/** Who writes {@code 0s} wants no waiting. */
class NoWaitingTest {
    private static final String PLAN =
            Night.PLAN.replace("sustain: 2s, breachAfter: 3s", "sustain: 0s, breachAfter: 0s");

    @Test
    void aGateWithoutSustainPassesWithTheFirstLookThatMeetsIt() {
        Night night = Night.of(PLAN)
                .tell(new Action.Start())
                .sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503);

        assertThat(night.types()).contains("phase.passed");
        assertThat(night.types()).doesNotContain("breach.detected");
    }

    @Test
    void aHeldStateThatMayNotFailIsABreachAtOnce() {
        Night night = Night.of(PLAN)
                .tell(new Action.Start())
                .sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503)
                .forgetEvents()
                .after(1)
                .sees("app", "one", "status", 200);

        assertThat(night.only(EventType.BREACH_DETECTED).reason()).contains("expected status == 503, saw status 200");
    }
}
