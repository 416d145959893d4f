package dev.migrationtower.probe.postgres.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.postgres.rewrite.Phase.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

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
        estimator.at(second(20), 1, Double.NaN, false);
        estimator.at(second(20), 2, Double.NaN, false);

        Estimate half = estimator.at(second(30), 2, Double.NaN, false);
        assertThat(half.percent()).isEqualTo(75);
        assertThat(half.normal()).isTrue();
        Estimate late = estimator.at(second(120), 2, Double.NaN, false);
        assertThat(late.percent()).isEqualTo(90);
        assertThat(late.normal()).isFalse();
    }

    @Test
    void aPhaseThatEndedBetweenTwoLooksEndedInTheMiddle() {
        estimator.at(second(8), 0, Double.NaN, false);
        estimator.at(second(12), 1, Double.NaN, false);
        estimator.at(second(20), 2, Double.NaN, false);
        estimator.at(second(40), 2, Double.NaN, false);

        assertThat(estimator.took(second(44)).orElseThrow()).containsExactly(10, 6, 26);
    }

    @Test
    void whatWasCutShortIsNoRehearsal() {
        estimator.at(second(8), 0, 0.8, false);

        assertThat(estimator.took(second(9))).isEmpty();
    }

    @Test
    void whileItIsBlockedItDoesNotMoveOn() {
        double before = estimator.at(second(2), 0, Double.NaN, false).percent();

        assertThat(estimator.at(second(900), 0, Double.NaN, true).percent()).isEqualTo(before);
        assertThat(estimator.at(second(901), 0, Double.NaN, false).inPhase()).hasSeconds(3);
    }

    /** A look: how long after the one before, which phase, which share, and whether it is blocked. */
    private record Seen(int millis, int phase, double share, boolean blocked) {}

    @Provide
    Arbitrary<List<Seen>> night() {
        Arbitrary<Double> share = Arbitraries.oneOf(
                Arbitraries.just(Double.NaN), Arbitraries.doubles().between(0, 1.5));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 600_000),
                        Arbitraries.integers().between(0, 2),
                        share,
                        Arbitraries.of(true, false))
                .as(Seen::new)
                .list()
                .ofMaxSize(200);
    }

    @Property(tries = 300)
    void whateverIsSeenProgressNeverFallsAndIsNeverAHundredAndP50IsNotBeyondP90(@ForAll("night") List<Seen> night) {
        Estimator any = new Estimator(WORK, BEGAN);
        Instant now = BEGAN;
        double before = 0;
        for (Seen seen : night) {
            now = now.plusMillis(seen.millis());
            Estimate estimate = any.at(now, seen.phase(), seen.share(), seen.blocked());

            assertThat(estimate.percent()).isBetween(before, Estimator.ALMOST);
            assertThat(estimate.left()).isBetween(Duration.ZERO, estimate.leftAtMost());
            assertThat(estimate.inPhase()).isGreaterThanOrEqualTo(Duration.ZERO);
            before = estimate.percent();
        }
        any.took(now).ifPresent(took -> assertThat(DoubleStream.of(took)).allMatch(seconds -> seconds >= 0));
    }

    private static Instant second(long second) {
        return BEGAN.plusSeconds(second);
    }
}
