package dev.migrationtower.aggregator.metrics;

import dev.migrationtower.events.View.RunView;
import io.prometheus.client.Collector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The {@code migration_*} series, as the {@link Board} stands. A value that is not known is a series that is not there. */
final class RunSeries extends Collector {
    private final Board board;
    private final Clock clock;
    private final Duration keepFinished;

    RunSeries(Board board, Clock clock, Duration keepFinished) {
        this.board = board;
        this.clock = clock;
        this.keepFinished = keepFinished;
    }

    @Override
    public List<MetricFamilySamples> collect() {
        Instant now = clock.instant();
        RunFamilies runs = new RunFamilies(now);
        LaneFamilies lanes = new LaneFamilies(now);
        ForecastFamilies forecasts = new ForecastFamilies(now);
        CheckFamilies checks = new CheckFamilies(now);
        for (Board.Entry entry : board.entries()) {
            RunView run = entry.view();
            if (run != null && !longOver(run, now)) {
                runs.add(run, entry.breaches());
                lanes.add(run);
                forecasts.add(run);
                entry.checks().forEach(checks::add);
            }
        }
        return Stream.of(runs.all(), lanes.all(), forecasts.all(), checks.all())
                .flatMap(List::stream)
                .toList();
    }

    private boolean longOver(RunView run, Instant now) {
        Instant end = run.endedAt();
        return end != null && !end.plus(keepFinished).isAfter(now);
    }
}
