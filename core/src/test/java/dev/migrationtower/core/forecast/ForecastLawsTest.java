package dev.migrationtower.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.core.Reach;
import dev.migrationtower.core.forecast.Situation.Done;
import dev.migrationtower.core.forecast.Situation.NotBegun;
import dev.migrationtower.core.forecast.Situation.Over;
import dev.migrationtower.core.forecast.Situation.Pending;
import dev.migrationtower.core.forecast.Situation.Running;
import dev.migrationtower.core.forecast.Situation.Standing;
import dev.migrationtower.core.forecast.Situation.StepStanding;
import dev.migrationtower.core.forecast.Situation.UnderWay;
import dev.migrationtower.core.plan.Estimate;
import dev.migrationtower.core.plan.Phase.PointOfNoReturn;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.events.EarlierRun;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Span;
import dev.migrationtower.events.RunMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;

/** Whatever the plan says, and wherever the run stands: what must always be true of a forecast. */
class ForecastLawsTest {
    private static final long MONTH = 30 * 86_400;

    /** Two lanes of two steps after a phase of one's own and before one with a task. */
    record Night(Plan plan, Map<String, Standing> phases, List<EarlierRun> history) {
        ForecastView at(long seconds) {
            return Forecast.of(plan, new Situation(1, false, phases), history, Plans.TEN.plusSeconds(seconds));
        }
    }

    @Provide
    Arbitrary<Night> nights() {
        return Combinators.combine(plans(), standings(), histories()).as(Night::new);
    }

    @Property(tries = 300)
    void p50IsNotAfterP90AndNothingIsInThePast(
            @ForAll("nights") Night night, @ForAll @LongRange(min = 0, max = MONTH) long seconds) {
        Instant now = Plans.TEN.plusSeconds(seconds);

        assertThat(spans(night.at(seconds)))
                .allSatisfy(span -> assertThat(span.p50()).isAfterOrEqualTo(now).isBeforeOrEqualTo(span.p90()));
    }

    @Property(tries = 300)
    void withoutNewsNothingMovesBack(
            @ForAll("nights") Night night,
            @ForAll @LongRange(min = 0, max = MONTH) long seconds,
            @ForAll @LongRange(min = 0, max = MONTH) long later) {
        List<Span> before = spans(night.at(seconds));
        List<Span> after = spans(night.at(seconds + later));

        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).p50()).isAfterOrEqualTo(before.get(i).p50());
            assertThat(after.get(i).p90()).isAfterOrEqualTo(before.get(i).p90());
        }
    }

    @Property(tries = 300)
    void noPhaseEndsBeforeTheOneBeforeIt(
            @ForAll("nights") Night night, @ForAll @LongRange(min = 0, max = MONTH) long seconds) {
        List<Span> ends = night.at(seconds).phases().stream()
                .map(ForecastView.PhaseEnd::end)
                .filter(Objects::nonNull)
                .toList();

        assertThat(ends).extracting(Span::p50).isSorted();
        assertThat(ends).extracting(Span::p90).isSorted();
    }

    @Property(tries = 300)
    void theEndIsUnknownExactlyWhenSomethingIsMissing(
            @ForAll("nights") Night night, @ForAll @LongRange(min = 0, max = MONTH) long seconds) {
        ForecastView forecast = night.at(seconds);

        assertThat(forecast.end() == null)
                .isEqualTo(!forecast.ground().missing().isEmpty());
    }

    @Example
    void theNightsOnWhichTheyAreTriedComeFar() {
        Arbitrary<Long> month = Arbitraries.longs().between(0, MONTH);
        Reach.of(Combinators.combine(nights(), month).as(Night::at), 300, ForecastLawsTest::comesTo)
                .often(250, "something is foretold", "two phases end one after the other", "the end is known")
                .often(100, "a step runs", "no return is ahead", "by what earlier runs took")
                .often(50, "a phase is late", "slower than expected", "faster than expected")
                .often(25, "a step is late", "the end is unknown");
    }

    private static Set<?> comesTo(ForecastView forecast) {
        Double pace = forecast.ground().pace();
        long ends = forecast.phases().stream()
                .map(ForecastView.PhaseEnd::end)
                .filter(Objects::nonNull)
                .count();
        Map<String, Boolean> all = Map.ofEntries(
                Map.entry("something is foretold", !spans(forecast).isEmpty()),
                Map.entry("two phases end one after the other", ends > 1),
                Map.entry("the end is known", forecast.end() != null),
                Map.entry("the end is unknown", forecast.end() == null),
                Map.entry("a step runs", !forecast.steps().isEmpty()),
                Map.entry("a step is late", forecast.steps().stream().anyMatch(step -> step.lateBySeconds() != null)),
                Map.entry(
                        "a phase is late", forecast.phases().stream().anyMatch(phase -> phase.lateBySeconds() != null)),
                Map.entry("no return is ahead", forecast.pointOfNoReturn() != null),
                Map.entry("slower than expected", pace != null && pace > 1),
                Map.entry("faster than expected", pace != null && pace < 1),
                Map.entry("by what earlier runs took", forecast.ground().earlierRuns() > 0));
        return all.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<Span> spans(ForecastView forecast) {
        return Stream.of(
                        Stream.ofNullable(forecast.end()),
                        Stream.ofNullable(forecast.pointOfNoReturn()),
                        forecast.phases().stream().map(ForecastView.PhaseEnd::end),
                        forecast.steps().stream().map(ForecastView.StepEnd::end))
                .flatMap(spans -> spans)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Arbitrary<Plan> plans() {
        return Combinators.combine(estimates(), estimates(), estimates(), estimates())
                .as((close, one, two, verify) -> Plans.of(
                        Plans.NIGHT,
                        null,
                        Plans.phase("close", close),
                        Plans.script(
                                "migrate",
                                new PointOfNoReturn("two", null),
                                List.of("a", "b"),
                                Plans.step("one", one),
                                Plans.step("two", two)),
                        Plans.tasks("verify", verify)));
    }

    private static Arbitrary<Estimate> estimates() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, MONTH),
                        Arbitraries.longs().between(0, MONTH))
                .as((p50, more) -> new Estimate(Duration.ofSeconds(p50), Duration.ofSeconds(p50 + more)))
                .injectNull(0.1);
    }

    private static Arbitrary<Map<String, Standing>> standings() {
        Arbitrary<Standing> close = Combinators.combine(seconds(), seconds().injectNull(0.7))
                .as((start, waiting) -> new UnderWay(
                        at(start),
                        Duration.ofSeconds(start / 10),
                        waiting == null ? null : at(waiting),
                        Map.of(),
                        Map.of()));
        Arbitrary<Standing> migrate = Combinators.combine(steps(), steps(), steps(), steps())
                .as((a1, a2, b1, b2) -> new UnderWay(
                        Plans.TEN,
                        Duration.ZERO,
                        null,
                        Map.of(),
                        Map.of("a", Map.of("one", a1, "two", a2), "b", Map.of("one", b1, "two", b2))));
        Standing over = new Over(Plans.TEN, at(60), Duration.ZERO, Map.of());
        return Arbitraries.frequencyOf(
                Tuple.of(1, close.map(standing -> Map.of("close", standing))),
                Tuple.of(4, migrate.map(standing -> Map.of("close", over, "migrate", standing))),
                Tuple.of(1, Arbitraries.just(Map.of("close", over, "migrate", new Pending()))));
    }

    private static Arbitrary<StepStanding> steps() {
        return Arbitraries.oneOf(
                Arbitraries.just(new NotBegun()),
                Combinators.combine(
                                seconds(), Arbitraries.doubles().between(0, 100).injectNull(0.5), seconds())
                        .as((start, percent, after) -> new Running(at(start), percent, at(start + after))),
                Combinators.combine(seconds(), seconds()).as((start, took) -> new Done(at(start), at(start + took))));
    }

    private static Arbitrary<List<EarlierRun>> histories() {
        Arbitrary<String> keys = Arbitraries.of("phase/close", "step/migrate/one", "step/migrate/two", "phase/verify");
        return Arbitraries.maps(keys, Arbitraries.longs().between(0, MONTH))
                .map(seconds -> new EarlierRun("earlier", RunMode.REHEARSAL, seconds, List.of()))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<Long> seconds() {
        return Arbitraries.longs().between(0, MONTH);
    }

    private static Instant at(long seconds) {
        return Plans.TEN.plusSeconds(seconds);
    }
}
