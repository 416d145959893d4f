package dev.migrationtower.probe.runtime.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private final Budget budget = new Budget(2, Duration.ofMinutes(1));

    @Test
    void noMoreThanAllowedInAnyPeriod() {
        assertThat(budget.take(0)).isTrue();
        assertThat(budget.take(10 * SECOND)).isTrue();
        assertThat(budget.take(11 * SECOND)).isFalse();
        assertThat(budget.freeIn(11 * SECOND)).isEqualTo(Duration.ofSeconds(49));

        assertThat(budget.take(60 * SECOND)).isTrue();
        assertThat(budget.take(61 * SECOND)).isFalse();
    }

    @Test
    void whileTheVendorWantsToBeLeftAloneThereIsNone() {
        budget.silence(Duration.ofSeconds(5), 0);

        assertThat(budget.take(4 * SECOND)).isFalse();
        assertThat(budget.left(4 * SECOND)).isZero();
        assertThat(budget.take(5 * SECOND)).isTrue();
        assertThat(budget.left(5 * SECOND)).isEqualTo(1);
    }

    @Test
    void aShorterSilenceDoesNotEndALongerOne() {
        budget.silence(Duration.ofSeconds(30), 0);
        budget.silence(Duration.ofSeconds(1), SECOND);

        assertThat(budget.freeIn(2 * SECOND)).isEqualTo(Duration.ofSeconds(28));
    }

    @Test
    void aClockThatBeganBelowZeroChangesNothing() {
        long start = -90 * SECOND;
        budget.silence(Duration.ofSeconds(5), start);

        assertThat(budget.freeIn(start)).isEqualTo(Duration.ofSeconds(5));
        assertThat(budget.take(start + 5 * SECOND)).isTrue();
    }

    @Test
    void theMoreQuestionsThereAreTheRarerIsEach() {
        assertThat(budget.share(3, 0)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void whatTheVendorHasLeftIsSpreadOverTheTimeThatItMustLast() {
        Budget budget = new Budget(270, Duration.ofHours(1));

        budget.told("logs", 20, Duration.ofMinutes(40), 0);

        assertThat(budget.left(0)).isEqualTo(20);
        assertThat(budget.share(1, 0)).isEqualTo(Duration.ofMinutes(2));
        assertThat(budget.share(1, 2400 * SECOND)).isEqualTo(Duration.ofNanos(3_600_000_000_000L / 270));
    }

    @Test
    void ofSeveralLimitsTheTightestCounts() {
        Budget budget = new Budget(270, Duration.ofHours(1));

        budget.told("logs", 20, Duration.ofMinutes(40), 0);
        budget.told("monitors", 900, Duration.ofSeconds(10), 0);

        assertThat(budget.share(1, 0)).isEqualTo(Duration.ofMinutes(2));
    }
}
