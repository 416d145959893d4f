package dev.migrationtower.probe.postgres.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.postgres.rewrite.Phase.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatorTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T22:00:00Z");
    private static final Work WORK = new Work(
            List.of(
                    new Phase(Kind.HEAP, "t heap", 1000, 10),
                    new Phase(Kind.INDEX, "t index i", 500, 10),
                    new Phase(Kind.FOREIGN_KEYS, "t foreign keys", 0, 20)),
            1,
            false);

    private final Estimator estimator = new Estimator(WORK, BEGAN);

    @Test
    void halfOfTheHeapIsHalfOfItsShare() {
        Estimate estimate = estimator.at(second(5), 0, 0.5, false);

        assertThat(estimate.percent()).isEqualTo(12.5);
        assertThat(estimate.left()).hasSeconds(35);
    }

    @Test
    void aServerTwiceAsSlowTakesTwiceAsLong() {
        assertThat(estimator.at(second(10), 0, 0.5, false).left()).hasSeconds(70);
    }

    @Test
    void aPhaseThatWritesNothingMovesOnByTimeAndIsNotNormalForEver() {
        estimator.at(second(10), 1, Double.NaN, false);
        estimator.at(second(20), 2, Double.NaN, false);

        Estimate half = estimator.at(second(30), 2, Double.NaN, false);
        assertThat(half.percent()).isEqualTo(75);
        assertThat(half.normal()).isTrue();
        Estimate late = estimator.at(second(120), 2, Double.NaN, false);
        assertThat(late.percent()).isEqualTo(90);
        assertThat(late.normal()).isFalse();
    }

    @Test
    void whileItIsBlockedItDoesNotMoveOn() {
        double before = estimator.at(second(2), 0, Double.NaN, false).percent();

        assertThat(estimator.at(second(900), 0, Double.NaN, true).percent()).isEqualTo(before);
        assertThat(estimator.at(second(901), 0, Double.NaN, false).inPhase()).hasSeconds(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsSeenProgressNeverFallsAndIsNeverAHundred(long seed) {
        Random random = new Random(seed);
        double before = 0;
        long at = 0;
        for (int i = 0; i < 500; i++) {
            at += random.nextInt(5_000);
            double share = random.nextBoolean() ? Double.NaN : random.nextDouble() * 1.5;
            Estimate estimate = estimator.at(
                    BEGAN.plusMillis(at), random.nextInt(1 + Math.min(2, i / 100)), share, random.nextInt(5) == 0);

            assertThat(estimate.percent()).isBetween(before, Estimator.ALMOST);
            assertThat(estimate.left())
                    .isGreaterThanOrEqualTo(java.time.Duration.ZERO)
                    .isLessThanOrEqualTo(estimate.leftAtMost());
            before = estimate.percent();
        }
    }

    private static Instant second(long second) {
        return BEGAN.plusSeconds(second);
    }
}
