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
    void whatTheVendorHasLeftButForATenthIsSpreadOverTheTimeThatItMustLast() {
        Budget budget = new Budget(270, Duration.ofHours(1));

        budget.told(quota("logs", 300, 50), 0);

        assertThat(budget.left(0)).isEqualTo(50);
        assertThat(budget.share(1, 0)).isEqualTo(Duration.ofMinutes(2));
        assertThat(budget.share(1, 2400 * SECOND)).isEqualTo(Duration.ofNanos(3_600_000_000_000L / 270));
    }

    @Test
    void whenOnlyTheTenthOfOthersIsLeftOneIsAskedUntilItBeginsAnew() {
        Budget budget = new Budget(270, Duration.ofHours(1));

        budget.told(quota("logs", 300, 20), 0);

        assertThat(budget.share(1, 0)).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void whatOthersWillUseUpIsLeftToThem() {
        Budget budget = new Budget(270, Duration.ofHours(1));
        for (int i = 0; i < 20; i++) {
            budget.take(i * 60 * SECOND);
        }

        // 40 of the 60 that were used in 20 minutes were others', who will use 80 more; a tenth is theirs, too: 130
        // remain for us.
        budget.told(new Quota("logs", 300, 240, Duration.ofHours(1), Duration.ofMinutes(40)), 1_200 * SECOND);

        assertThat(budget.share(1, 1_200 * SECOND))
                .isEqualTo(Duration.ofMinutes(40).dividedBy(130));
    }

    @Test
    void ofSeveralLimitsTheTightestCounts() {
        Budget budget = new Budget(270, Duration.ofHours(1));

        budget.told(quota("logs", 300, 50), 0);
        budget.told(new Quota("monitors", 1_000, 900, Duration.ZERO, Duration.ofSeconds(10)), 0);

        assertThat(budget.share(1, 0)).isEqualTo(Duration.ofMinutes(2));
    }

    /** That begins anew in 40 minutes. */
    private static Quota quota(String name, int limit, int remaining) {
        return new Quota(name, limit, remaining, Duration.ZERO, Duration.ofMinutes(40));
    }
}
