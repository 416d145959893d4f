package dev.migrationtower.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.migrationtower.core.plan.Estimate;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final double MONTH = 30 * 86_400;

    /** Of a lognormal with µ = ln 100 and σ = 0.3164 cut off at 100, the median is its 75th and p90 its 95th percentile. */
    @Test
    void halfwayWhatIsLeftComesFromTheHalfThatRemains() {
        Spread left = new Spread(100, 150).left(100);

        assertThat(left.p50()).isCloseTo(100 * Math.exp(0.31638 * 0.674490) - 100, within(0.01));
        assertThat(left.p90()).isCloseTo(100 * Math.exp(0.31638 * 1.644854) - 100, within(0.01));
    }

    /** By bisection on erfc in double precision. */
    @Test
    void theFarTailIsExact() {
        assertThat(Normal.beyond(10, 0.5)).isCloseTo(0.06841183608, within(1e-10));
        assertThat(Normal.beyond(1e9, 0.5)).isCloseTo(Math.log(2) / 1e9, within(1e-15));
        assertThat(Normal.beyond(Double.NEGATIVE_INFINITY, 0.1)).isCloseTo(Normal.Z90, within(1e-12));
    }

    @Test
    void aSingleFigureIsWidenedByTheTowersAssumption() {
        Duration hour = Duration.ofHours(1);

        assertThat(Spread.of(new Estimate(hour, hour))).isEqualTo(new Spread(3600, 5400));
    }

    @Test
    void whatIsAddedToTheUnknownIsUnknown() {
        Spread hour = new Spread(3600, 5400);

        assertThat(hour.plus(Spread.UNKNOWN).known()).isFalse();
        assertThat(hour.or(Spread.UNKNOWN).known()).isFalse();
        assertThat(hour.orEarlier(Spread.UNKNOWN).known()).isFalse();
        assertThat(Spread.UNKNOWN.times(2).left(10).known()).isFalse();
    }

    @Test
    void progressAloneIsGround() {
        Spread seen = Spread.UNKNOWN.seen(60, 0.5);

        assertThat(seen.p50()).isEqualTo(120);
        assertThat(seen.p90()).isCloseTo(120 * Math.sqrt(1.5), within(0.01));
    }

    @Property
    void beforeItBeginsAllOfItIsLeft(
            @ForAll @DoubleRange(min = 1, max = MONTH) double p50,
            @ForAll @DoubleRange(min = 1.01, max = 100) double range) {
        Spread whole = new Spread(p50, p50 * range);

        assertThat(whole.left(0).p50()).isCloseTo(whole.p50(), within(p50 * 1e-9));
        assertThat(whole.left(0).p90()).isCloseTo(whole.p90(), within(whole.p90() * 1e-9));
    }

    @Property
    void whateverElapsedSomethingIsLeftAndInOrder(
            @ForAll @DoubleRange(min = 1, max = MONTH) double p50,
            @ForAll @DoubleRange(min = 1, max = MONTH) double more,
            @ForAll @DoubleRange(min = 0, max = MONTH) double elapsed) {
        Spread left = new Spread(p50, p50 + more).left(elapsed);

        assertThat(left.p50()).isFinite().isGreaterThan(0).isLessThanOrEqualTo(left.p90());
        assertThat(left.p90()).isFinite();
    }

    @Property
    void theEndNeverMovesBackAsTimePasses(
            @ForAll @DoubleRange(min = 1, max = MONTH) double p50,
            @ForAll @DoubleRange(min = 1, max = 1000) double range,
            @ForAll @DoubleRange(min = 0, max = MONTH) double elapsed,
            @ForAll @DoubleRange(min = 0, max = MONTH) double later) {
        Spread whole = new Spread(p50, p50 * range);
        Spread before = whole.left(elapsed);
        Spread after = whole.left(elapsed + later);

        double rounding = 1e-9 * (elapsed + later + before.p90());
        assertThat(elapsed + later + after.p50()).isGreaterThanOrEqualTo(elapsed + before.p50() - rounding);
        assertThat(elapsed + later + after.p90())
                .isGreaterThanOrEqualTo(Math.min(elapsed + before.p90(), 3e9) - rounding);
    }

    @Property
    void moreProgressNeverMeansLater(
            @ForAll @DoubleRange(min = 1, max = MONTH) double p50,
            @ForAll @DoubleRange(min = 1, max = 100) double range,
            @ForAll @DoubleRange(min = 1, max = MONTH) double seenAfter,
            @ForAll @DoubleRange(min = 0, max = MONTH) double since,
            @ForAll @DoubleRange(min = 0.05, max = 1) double one,
            @ForAll @DoubleRange(min = 0.05, max = 1) double other) {
        Spread whole = new Spread(p50, p50 * range);
        Spread less = whole.seen(seenAfter, Math.min(one, other)).left(seenAfter + since);
        Spread more = whole.seen(seenAfter, Math.max(one, other)).left(seenAfter + since);

        double rounding = 1e-9 * (seenAfter + since + less.p90());
        assertThat(more.p50()).isLessThanOrEqualTo(less.p50() + rounding);
        assertThat(more.p90()).isLessThanOrEqualTo(less.p90() + rounding);
    }
}
