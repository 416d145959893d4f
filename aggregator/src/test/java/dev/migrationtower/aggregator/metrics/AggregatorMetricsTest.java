package dev.migrationtower.aggregator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.aggregator.topology.Onlooker.Fate;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Ground;
import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.ForecastView.Outlook;
import dev.migrationtower.events.ForecastView.Span;
import dev.migrationtower.events.ForecastView.StepEnd;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AggregatorMetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T22:41:37Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AggregatorMetrics metrics = new AggregatorMetrics(registry);
    private final View.RunView run = golden("view.run", View.RunView.class);
    private final View.CheckView check = golden("view.check", View.CheckView.class);

    @Test
    void aRunIsShownByItsStatesAndItsWindow() {
        metrics.stands(run);

        assertThat(scrape())
                .contains(
                        "migration_run_info{run=\"night-1\",title=\"answers table to bigint\",mode=\"simulation\",} 1.0",
                        "migration_run_state{run=\"night-1\",state=\"in-progress\",} 1.0",
                        "migration_run_state{run=\"night-1\",state=\"completed\",} 0.0",
                        "migration_phase_state{run=\"night-1\",phase=\"drain\",state=\"passed\",} 1.0",
                        "migration_phase_state{run=\"night-1\",phase=\"drain\",state=\"active\",} 0.0",
                        "migration_breach_active{run=\"night-1\",phase=\"drain\",} 0.0",
                        "migration_breaches_total{run=\"night-1\",} 0.0",
                        "migration_window_remaining_seconds{run=\"night-1\",} 22703.0",
                        "migration_waivers_active{run=\"night-1\",phase=\"drain\",} 1.0",
                        "migration_waivers_active{run=\"night-1\",phase=\"migrate\",} 0.0");
    }

    @Test
    void aStepIsShownByItsProgressAsFarAsThatIsKnown() {
        metrics.stands(run);

        assertThat(scrape())
                .filteredOn(line -> line.startsWith("migration_step_progress_ratio"))
                .containsExactly(
                        "migration_step_progress_ratio{run=\"night-1\",lane=\"api\",step=\"alter-ke\",} 0.0225",
                        "migration_step_progress_ratio{run=\"night-1\",lane=\"datawarehouse\",step=\"alter-ke\",} 1.0");
    }

    @Test
    void aLaneIsShownByItsSilenceAndByWhatNobodyUnderstood() {
        metrics.stands(run);

        assertThat(scrape())
                .contains(
                        "migration_lane_heartbeat_age_seconds{run=\"night-1\",phase=\"migrate\",lane=\"api\",} 7.0",
                        "migration_lane_heartbeat_age_seconds{run=\"night-1\",phase=\"migrate\",lane=\"datawarehouse\",} 392.0",
                        "migration_log_unmatched_total{run=\"night-1\",phase=\"migrate\",lane=\"api\",} 2.0",
                        "migration_log_unmatched_total{run=\"night-1\",phase=\"migrate\",lane=\"datawarehouse\",} 0.0");
    }

    @ParameterizedTest
    @EnumSource(
            value = LaneView.State.class,
            names = {"PENDING", "UNKNOWN", "FAILED", "FINISHED"})
    void theSilenceOfALaneThatNeedNotSpeakOrCannotBeHeardIsNotThere(LaneView.State state) {
        metrics.stands(withLane(new LaneView("api", state, NOW, NOW.minusSeconds(900), null, List.of(), 0, List.of())));

        assertThat(scrape()).noneMatch(line -> line.startsWith("migration_lane_heartbeat_age_seconds"));
    }

    @Test
    void aForecastIsShownByWhatIsLeft() {
        metrics.stands(run);

        assertThat(scrape())
                .contains(
                        "migration_step_eta_seconds{run=\"night-1\",lane=\"api\",step=\"alter-ke\",quantile=\"0.5\",} 9503.0",
                        "migration_step_eta_seconds{run=\"night-1\",lane=\"api\",step=\"alter-ke\",quantile=\"0.9\",} 14903.0",
                        "migration_overrun_expected_seconds{run=\"night-1\",} 2400.0",
                        "migration_rollback_deadline_seconds{run=\"night-1\",} 11903.0");
    }

    @Test
    void aWindowThatHoldsIsOverrunByNothing() {
        metrics.stands(forecasting(new Outlook(Level.HOLDS, null), null, null));

        assertThat(scrape()).contains("migration_overrun_expected_seconds{run=\"night-1\",} 0.0");
    }

    @Test
    void whatNobodyCanForecastIsNotThere() {
        metrics.stands(forecasting(null, null, null));

        assertThat(scrape())
                .noneMatch(line -> line.startsWith("migration_step_eta")
                        || line.startsWith("migration_overrun")
                        || line.startsWith("migration_rollback"));
    }

    @Test
    void aDeadlineThatPassedIsNegativeAndAStepThatIsDueIsNot() {
        Instant before = NOW.minusSeconds(5);

        metrics.stands(forecasting(null, before, new Span(before, NOW.plusSeconds(60))));

        assertThat(scrape())
                .contains(
                        "migration_rollback_deadline_seconds{run=\"night-1\",} -5.0",
                        "migration_step_eta_seconds{run=\"night-1\",lane=\"api\",step=\"alter-ke\",quantile=\"0.5\",} 0.0",
                        "migration_step_eta_seconds{run=\"night-1\",lane=\"api\",step=\"alter-ke\",quantile=\"0.9\",} 60.0");
    }

    @Test
    void aCheckIsShownByItsVerdictAndItsAge() {
        metrics.stands(run);
        metrics.stands(check);

        assertThat(scrape())
                .contains(
                        "migration_check_verdict{run=\"night-1\",check=\"app\",item=\"orga\",verdict=\"not-met\",} 1.0",
                        "migration_check_verdict{run=\"night-1\",check=\"app\",item=\"orga\",verdict=\"met\",} 0.0",
                        "migration_check_verdict{run=\"night-1\",check=\"app\",item=\"orga\",verdict=\"unknown\",} 0.0",
                        "migration_check_age_seconds{run=\"night-1\",check=\"app\",item=\"orga\",} 10.0");
    }

    @Test
    void whatIsNotKnownIsNotThere() {
        metrics.stands(run);
        metrics.stands(new View.CheckView(
                "night-1", "app", "orga", 1, "http", check.title(), null, "gate", null, null, null, List.of(), null));

        assertThat(scrape()).noneMatch(line -> line.startsWith("migration_check_"));
    }

    @Test
    void aCheckThatThePlanDroppedIsGone() {
        metrics.stands(run);
        metrics.stands(check);

        metrics.gone(check.key());

        assertThat(scrape()).noneMatch(line -> line.startsWith("migration_check_"));
    }

    @Test
    void aBreachIsCounted() {
        metrics.stands(run);

        metrics.happened(golden("event.phase", Event.class));
        metrics.happened(golden("event.check", Event.class));

        assertThat(scrape()).contains("migration_breaches_total{run=\"night-1\",} 1.0");
    }

    @Test
    void aFinishedRunIsShownForAWhileAndThenGone() {
        metrics.stands(ended(NOW.minusSeconds(59)));
        assertThat(scrape()).contains("migration_run_state{run=\"night-1\",state=\"completed\",} 1.0");

        metrics.stands(ended(NOW.minusSeconds(60)));
        assertThat(scrape()).noneMatch(line -> line.startsWith("migration_"));
    }

    @Test
    void aRunThatMovedToAnotherInstanceIsGone() {
        metrics.stands(run);
        metrics.stands(check);

        metrics.left("night-1");

        assertThat(scrape()).noneMatch(line -> line.startsWith("migration_"));
    }

    @Test
    void inputsAreCountedByTheirFate() {
        metrics.took("tower.commands", Fate.FOLDED);
        metrics.took("tower.commands", Fate.DEAD_LETTERED);
        metrics.took("tower.commands", Fate.DEAD_LETTERED);

        assertThat(registry.get("tower.inputs")
                        .tags("topic", "tower.commands", "fate", "dead-lettered")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    private View.RunView ended(Instant at) {
        return new View.RunView(
                run.run(),
                run.revision(),
                run.plan(),
                run.planVersion(),
                run.title(),
                run.owner(),
                run.links(),
                run.mode(),
                RunState.COMPLETED,
                run.timezone(),
                run.window(),
                run.loadedAt(),
                run.startedAt(),
                at,
                run.rollback(),
                run.proposals(),
                run.announcements(),
                null,
                run.announce(),
                run.phases(),
                null,
                run.openToPublic(),
                run.walls());
    }

    private View.RunView withLane(LaneView lane) {
        View.PhaseView migrate = run.phases().get(2);
        return run.with(
                new View.PhaseView(
                        migrate.id(),
                        46,
                        migrate.title(),
                        migrate.rollback(),
                        migrate.state(),
                        migrate.breaches(),
                        migrate.estimateSeconds(),
                        migrate.estimateP90Seconds(),
                        migrate.startedAt(),
                        migrate.endedAt(),
                        migrate.waitedSeconds(),
                        migrate.waitingSince(),
                        migrate.reason(),
                        migrate.tasks(),
                        List.of(lane),
                        migrate.pointOfNoReturn(),
                        migrate.waivers(),
                        migrate.gate()),
                46);
    }

    private View.RunView forecasting(Outlook window, Instant rollbackDeadline, Span step) {
        return run.with(
                new ForecastView(
                        46,
                        null,
                        List.of(),
                        List.of(new StepEnd("migrate", "api", "alter-ke", step, null)),
                        new Ground(0, null, List.of("drain")),
                        window,
                        rollbackDeadline,
                        null),
                46);
    }

    private List<String> scrape() {
        Collector runs = metrics.runs(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(1));
        CollectorRegistry series = new CollectorRegistry();
        series.register(runs);
        StringWriter text = new StringWriter();
        try {
            TextFormat.write004(text, series.metricFamilySamples());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString().lines().filter(line -> !line.startsWith("#")).toList();
    }

    private static <T> T golden(String name, Class<T> type) {
        try (InputStream in = AggregatorMetricsTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return Json.read(in.readAllBytes(), type);
        } catch (Exception e) {
            throw new AssertionError(name, e);
        }
    }
}
