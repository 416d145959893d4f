package dev.migrationtower.core.forecast;

import static dev.migrationtower.core.forecast.Plans.NIGHT;
import static dev.migrationtower.core.forecast.Plans.TEN;
import static dev.migrationtower.core.forecast.Plans.hours;
import static dev.migrationtower.core.forecast.Plans.minutes;
import static dev.migrationtower.core.forecast.Plans.phase;
import static dev.migrationtower.core.forecast.Plans.script;
import static dev.migrationtower.core.forecast.Plans.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.core.forecast.Situation.Done;
import dev.migrationtower.core.forecast.Situation.LeftOut;
import dev.migrationtower.core.forecast.Situation.Over;
import dev.migrationtower.core.forecast.Situation.Running;
import dev.migrationtower.core.forecast.Situation.Standing;
import dev.migrationtower.core.forecast.Situation.StepStanding;
import dev.migrationtower.core.forecast.Situation.UnderWay;
import dev.migrationtower.core.plan.Estimate;
import dev.migrationtower.core.plan.Phase.PointOfNoReturn;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.Rollback;
import dev.migrationtower.events.EarlierRun;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.ForecastView.Outlook;
import dev.migrationtower.events.ForecastView.Span;
import dev.migrationtower.events.RunMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Plan ONE_SCRIPT =
            Plans.of(script("migrate", List.of("main"), step("one", hours(2, 3)), step("two", hours(4, 6))));

    // --- sums

    @Test
    void phasesFollowOneAnotherAndTheirSlowTimesComeTogether() {
        Plan plan = Plans.of(phase("a", hours(1, 2)), phase("b", hours(2, 4)), Plans.tasks("c", minutes(10, 20)));

        ForecastView forecast = forecast(plan, Map.of(), TEN);

        assertThat(forecast.phases())
                .extracting(ForecastView.PhaseEnd::end)
                .containsExactly(in(60, 120), in(180, 360), in(190, 380));
        assertThat(forecast.end()).isEqualTo(in(190, 380));
    }

    @Test
    void lanesRunSideBySideUntilTheSlowestIsDone() {
        Plan plan = Plans.of(
                script("migrate", List.of("api", "warehouse"), step("one", hours(1, 2)), step("two", hours(1, 2))));
        UnderWay way = underWay(Map.of("api", Map.of("one", new Done(null, TEN))));

        assertThat(forecast(plan, Map.of("migrate", way), TEN).end()).isEqualTo(in(120, 240));
    }

    @Test
    void whatIsLeftOutTakesNoTime() {
        Plan plan = Plans.of(phase("a", hours(1, 2)), phase("b", null));

        assertThat(forecast(plan, Map.of("b", new LeftOut()), TEN).end()).isEqualTo(in(60, 120));
    }

    @Test
    void theNextTaskBeganWhenTheOneBeforeItWasDone() {
        Plan plan = Plans.of(Plans.tasks("prepare", minutes(10, 20), minutes(10, 20)));
        UnderWay way = new UnderWay(TEN, Duration.ZERO, null, Map.of("task-0", at(30)), Map.of());

        assertThat(forecast(plan, Map.of("prepare", way), at(30)).end()).isEqualTo(in(40, 50));
        assertThat(forecast(plan, Map.of("prepare", way), at(39)).end().p50()).isBefore(at(49));
    }

    @Test
    void theTaskAfterTheScriptBeganWhenItsLastStepWasDone() {
        Plan plan = Plans.of(Plans.scriptThenTask("migrate", minutes(10, 20), step("one", hours(1, 2))));
        UnderWay done = underWay(Map.of("main", Map.of("one", new Done(TEN, at(60)))));

        assertThat(forecast(plan, Map.of("migrate", done), at(60)).end()).isEqualTo(in(70, 80));
        assertThat(forecast(plan, Map.of("migrate", done), at(65)).end().p50()).isBefore(at(75));
    }

    // --- ground

    @Test
    void withoutGroundItIsUnknown() {
        Plan plan = Plans.of(phase("close", hours(1, 2)), phase("drain", null), phase("reopen", hours(1, 2)));

        ForecastView forecast = forecast(plan, Map.of(), TEN);

        assertThat(forecast.end()).isNull();
        assertThat(forecast.phases()).extracting(ForecastView.PhaseEnd::end).containsExactly(in(60, 120), null, null);
        assertThat(forecast.ground().missing()).containsExactly("drain");
        assertThat(Forecast.words(forecast, UTC)).isEqualTo("unknown: nobody said how long `drain` takes");
    }

    @Test
    void earlierRunsCountMoreThanThePlan() {
        Plan plan = Plans.of(phase("close", minutes(10, 15)), phase("drain", null));
        List<EarlierRun> twoRehearsals = List.of(
                earlier(Map.of("phase/close", 3600L, "phase/drain", 600L)),
                earlier(Map.of("phase/close", 7200L, "phase/drain", 1800L)));

        ForecastView forecast = Forecast.of(plan, situation(Map.of()), twoRehearsals, TEN);

        assertThat(forecast.phases()).extracting(ForecastView.PhaseEnd::end).containsExactly(in(90, 135), in(110, 165));
        assertThat(forecast.ground().earlierRuns()).isEqualTo(2);
    }

    @Test
    void theLongestRunSeenIsNotForgotten() {
        Plan plan = Plans.of(phase("close", minutes(10, 15)));
        List<EarlierRun> runs = List.of(
                earlier(Map.of("phase/close", 600L)),
                earlier(Map.of("phase/close", 660L)),
                earlier(Map.of("phase/close", 7200L)));

        assertThat(Forecast.of(plan, situation(Map.of()), runs, TEN).end()).isEqualTo(in(11, 120));
    }

    // --- pace

    @Test
    void thisRunIs13TimesSlower() {
        UnderWay way = underWay(Map.of("main", Map.of("one", new Done(TEN, at(156)))));

        ForecastView forecast = forecast(ONE_SCRIPT, Map.of("migrate", way), at(156));

        assertThat(forecast.ground().pace()).isEqualTo(1.3);
        assertThat(forecast.end()).isEqualTo(in(156 + 312, 156 + 468));
        assertThat(Forecast.words(forecast, UTC))
                .isEqualTo("end between 05:48 and 08:24; by the plan's estimates, this run is 1.3 times slower");
    }

    @Test
    void whatAStepOfTenSecondsTookSaysNothingOfTheNight() {
        Plan plan = Plans.of(script(
                "migrate",
                List.of("main"),
                step("flash", new Estimate(Duration.ofSeconds(10), Duration.ofSeconds(60))),
                step("long", hours(4, 6))));
        UnderWay way = underWay(Map.of("main", Map.of("flash", new Done(TEN, at(1)))));

        assertThat(forecast(plan, Map.of("migrate", way), at(1)).ground().pace())
                .isNull();
    }

    @Test
    void oneStepThatWentWrongDoesNotCarryTheForecastAway() {
        UnderWay way = underWay(Map.of("main", Map.of("one", new Done(TEN, at(60 * 20)))));

        ForecastView forecast = forecast(ONE_SCRIPT, Map.of("migrate", way), at(60 * 20));

        assertThat(forecast.ground().pace()).isEqualTo(3);
        assertThat(Forecast.words(forecast, UTC)).contains("this run is at least 3 times slower");
    }

    @Test
    void thePaceOfAPhaseThatIsOverStillCounts() {
        Plan plan = Plans.of(
                script("first", List.of("main"), step("one", hours(1, 2))),
                script("second", List.of("main"), step("two", hours(1, 2))),
                Plans.tasks("verify", hours(1, 2)));
        Over over = new Over(TEN, at(120), Duration.ZERO, Map.of("main", Map.of("one", new Done(TEN, at(120)))));

        assertThat(forecast(plan, Map.of("first", over), at(120)).end()).isEqualTo(in(120 + 120 + 60, 120 + 240 + 120));
    }

    @Test
    void peopleAreNotSlowerBecauseTheDatabaseIs() {
        Over twiceAsSlow = new Over(TEN, at(120), Duration.ZERO, Map.of("main", Map.of("one", new Done(TEN, at(120)))));
        Plan plan = Plans.of(
                script("first", List.of("main"), step("one", hours(1, 2))),
                phase("verify", hours(1, 2)),
                phase("second", hours(1, 2), Plans.lanes(List.of("main"), step("two", null)), null));

        assertThat(forecast(plan, Map.of("first", twiceAsSlow), at(120)).phases())
                .extracting(ForecastView.PhaseEnd::end)
                .containsExactly(in(180, 240), in(180 + 120, 240 + 240));
    }

    // --- what is under way

    @Test
    void whatIsAtAHundredPercentAndNotDoneIsDoneAnyMomentAndNotInThePast() {
        UnderWay way = underWay(Map.of("main", Map.of("one", new Running(TEN, 100.0, at(180)))));

        assertThat(forecast(ONE_SCRIPT, Map.of("migrate", way), at(190))
                        .steps()
                        .getFirst()
                        .end())
                .isEqualTo(in(190, 190));
    }

    @Test
    void aPassedEstimateSaysLateByNeverDue() {
        UnderWay way = underWay(Map.of("main", Map.of("one", new Running(TEN, null, null))));
        Instant now = at(60 * 5);

        ForecastView forecast = forecast(ONE_SCRIPT, Map.of("migrate", way), now);

        assertThat(forecast.steps()).hasSize(1);
        assertThat(forecast.steps().getFirst().lateBySeconds()).isEqualTo(3 * 3600);
        assertThat(forecast.steps().getFirst().end().p50()).isAfter(now);
        assertThat(Forecast.words(forecast, UTC))
                .contains("`one` in `main` is late by 3 h")
                .doesNotContain("due");
    }

    @Test
    void aPhaseIsLateBeyondTheSumOfItsParts() {
        UnderWay way = underWay(Map.of());

        assertThat(lateBy(way, at(60 * 6))).isNull();
        assertThat(lateBy(way, at(60 * 7))).isEqualTo(3600);
    }

    @Test
    void halfDoneAfterThreeHoursIsSixHours() {
        Running half = new Running(TEN, 50.0, at(180));
        UnderWay way = underWay(Map.of("main", Map.of("one", half)));

        Span end = forecast(ONE_SCRIPT, Map.of("migrate", way), at(180))
                .steps()
                .getFirst()
                .end();

        assertThat(end.p50()).isBetween(at(360), at(363));
        assertThat(end.p90()).isBetween(at(420), at(450));
    }

    @Test
    void threePercentSayNothingYet() {
        Running hardly = new Running(TEN, 3.0, at(60));
        Running blind = new Running(TEN, null, null);

        assertThat(forecast(ONE_SCRIPT, Map.of("migrate", underWay(Map.of("main", Map.of("one", hardly)))), at(60)))
                .isEqualTo(forecast(
                        ONE_SCRIPT, Map.of("migrate", underWay(Map.of("main", Map.of("one", blind)))), at(60)));
    }

    // --- people

    @Test
    void timeWaitedForPeopleIsNotWork() {
        Plan plan = Plans.of(phase("drain", hours(1, 2)));
        UnderWay waited = new UnderWay(TEN, Duration.ofHours(3), null, Map.of(), Map.of());

        ForecastView forecast = forecast(plan, Map.of("drain", waited), at(180));

        assertThat(forecast.phases().getFirst().lateBySeconds()).isNull();
        assertThat(forecast.end()).isEqualTo(in(240, 300));
    }

    @Test
    void aPhaseThatWaitsForADecisionEndsNowAndTheNextBeginsNow() {
        Plan plan = Plans.of(phase("drain", minutes(10, 20)), phase("migrate", hours(1, 2)));
        UnderWay waiting = new UnderWay(TEN, Duration.ZERO, at(5), Map.of(), Map.of());

        ForecastView forecast = forecast(plan, Map.of("drain", waiting), at(300));

        assertThat(forecast.phases())
                .extracting(ForecastView.PhaseEnd::end)
                .containsExactly(in(300, 300), in(360, 420));
        assertThat(forecast.phases().getFirst().lateBySeconds()).isNull();
    }

    // --- window, rollback, point of no return

    @Test
    void theWindowHoldsMayBeOrWillBeOverrun() {
        assertThat(outlook(hours(8, 9), TEN)).isEqualTo(new Outlook(Level.HOLDS, null));
        assertThat(outlook(hours(8, 10), TEN)).isEqualTo(new Outlook(Level.MAY_OVERRUN, 3600L));
        assertThat(outlook(hours(10, 12), TEN)).isEqualTo(new Outlook(Level.WILL_OVERRUN, 3600L));
        assertThat(outlook(hours(2, 3), at(60 * 10))).isEqualTo(new Outlook(Level.OVERRUN, 3 * 3600L));
    }

    @Test
    void aWindowThatClosedIsOverrunWhateverTheGround() {
        Plan plan = Plans.of(NIGHT, null, phase("drain", null));

        assertThat(forecast(plan, Map.of(), TEN).window()).isNull();
        assertThat(forecast(plan, Map.of(), at(60 * 10)).window()).isEqualTo(new Outlook(Level.OVERRUN, 3600L));
    }

    @Test
    void rollbackBegunAfter0240CannotReopenBy0700() {
        Rollback rollback = new Rollback(minutes(180, 260), List.of(), List.of(phase("restore", null)));
        Plan plan = Plans.of(NIGHT, rollback, phase("migrate", hours(1, 2)));

        assertThat(forecast(plan, Map.of(), TEN).rollbackDeadline()).isEqualTo(Instant.parse("2022-07-24T02:40:00Z"));
        assertThat(Forecast.of(plan, new Situation(1, true, Map.of()), List.of(), TEN)
                        .rollbackDeadline())
                .isNull();
    }

    @Test
    void withoutItsOwnEstimateARollbackTakesAsLongAsItsPhases() {
        Rollback phases = new Rollback(null, List.of(), List.of(phase("a", hours(1, 2)), phase("b", hours(1, 2))));
        Rollback silent = new Rollback(null, List.of(), List.of(phase("a", hours(1, 2)), phase("b", null)));

        assertThat(forecast(Plans.of(NIGHT, phases, phase("migrate", null)), Map.of(), TEN)
                        .rollbackDeadline())
                .isEqualTo(Instant.parse("2022-07-24T03:00:00Z"));
        assertThat(forecast(Plans.of(NIGHT, silent, phase("migrate", null)), Map.of(), TEN)
                        .rollbackDeadline())
                .isNull();
    }

    @Test
    void onTheWayBackTheRollbacksEstimateStandsInForPhasesWithoutOne() {
        Rollback rollback =
                new Rollback(hours(2, 3), List.of(), List.of(phase("restore", null), phase("reopen", null)));
        Plan plan = Plans.of(NIGHT, rollback, phase("migrate", hours(1, 2)));
        Situation begun = new Situation(1, true, Map.of("restore", underWay(Map.of())));

        ForecastView forecast = Forecast.of(plan, begun, List.of(), TEN);

        assertThat(forecast.end()).isEqualTo(in(120, 180));
        assertThat(forecast.phases()).extracting(ForecastView.PhaseEnd::end).containsOnlyNulls();
    }

    @Test
    void onTheWayBackTheWorkThatWasDoneIsTakenOffTheRollbacksEstimate() {
        Rollback rollback = new Rollback(hours(2, 3), List.of(), List.of(phase("restore", null)));
        Plan plan = Plans.of(NIGHT, rollback, phase("migrate", hours(1, 2)));
        Situation begun = new Situation(1, true, Map.of("restore", underWay(Map.of())));

        Span end = Forecast.of(plan, begun, List.of(), at(60)).end();

        assertThat(end.p50()).isBetween(at(120), at(125));
        assertThat(end.p90()).isBetween(at(180), at(185));
    }

    @Test
    void thePointOfNoReturnIsPassedByTheFirstLane() {
        Plan plan = Plans.of(script(
                "migrate",
                new PointOfNoReturn("one", null),
                List.of("api", "warehouse"),
                step("one", hours(2, 3)),
                step("two", hours(4, 6))));
        Map<String, StepStanding> running = Map.of("one", new Running(TEN, null, null));
        Map<String, StepStanding> done = Map.of("one", new Done(TEN, at(60)));

        assertThat(forecast(plan, Map.of(), TEN).pointOfNoReturn()).isEqualTo(in(120, 180));
        assertThat(pointOfNoReturn(plan, Map.of("api", running), at(30)).p50()).isBefore(at(125));
        assertThat(forecast(plan, Map.of("migrate", underWay(Map.of("api", running, "warehouse", done))), at(60))
                        .pointOfNoReturn())
                .isNull();
    }

    @Test
    void aPointOfNoReturnWithoutAStepIsPassedWhenItsPhaseBegins() {
        Plan plan = Plans.of(
                phase("close", hours(1, 2)), phase("migrate", hours(1, 2), null, new PointOfNoReturn(null, null)));

        assertThat(forecast(plan, Map.of(), TEN).pointOfNoReturn()).isEqualTo(in(60, 120));
        assertThat(forecast(plan, Map.of("close", new LeftOut(), "migrate", underWay(Map.of())), TEN)
                        .pointOfNoReturn())
                .isNull();
    }

    // --- the night

    private static ForecastView forecast(Plan plan, Map<String, Standing> phases, Instant now) {
        return Forecast.of(plan, situation(phases), List.of(), now);
    }

    private static Situation situation(Map<String, Standing> phases) {
        return new Situation(1, false, phases);
    }

    private static Span pointOfNoReturn(Plan plan, Map<String, Map<String, StepStanding>> lanes, Instant now) {
        return forecast(plan, Map.of("migrate", underWay(lanes)), now).pointOfNoReturn();
    }

    private static Long lateBy(UnderWay way, Instant now) {
        return forecast(ONE_SCRIPT, Map.of("migrate", way), now)
                .phases()
                .getFirst()
                .lateBySeconds();
    }

    private static Outlook outlook(Estimate estimate, Instant now) {
        return forecast(Plans.of(NIGHT, null, phase("all", estimate)), Map.of(), now)
                .window();
    }

    private static UnderWay underWay(Map<String, Map<String, StepStanding>> lanes) {
        return new UnderWay(TEN, Duration.ZERO, null, Map.of(), lanes);
    }

    private static EarlierRun earlier(Map<String, Long> seconds) {
        return new EarlierRun("rehearsal", RunMode.REHEARSAL, seconds, List.of());
    }

    private static Instant at(long minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }

    private static Span in(long minutes, long atMost) {
        return new Span(at(minutes), at(atMost));
    }
}
