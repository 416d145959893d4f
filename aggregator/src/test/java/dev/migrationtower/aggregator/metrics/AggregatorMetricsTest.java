package dev.migrationtower.aggregator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.aggregator.topology.Onlooker.Fate;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
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
                        "migration_window_remaining_seconds{run=\"night-1\",} 22703.0");
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
                "night-1", "app", "orga", 1, "http", check.title(), null, null, null, List.of(), null));

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
                run.title(),
                run.mode(),
                RunState.COMPLETED,
                run.timezone(),
                run.window(),
                run.loadedAt(),
                run.startedAt(),
                at,
                run.phases());
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
