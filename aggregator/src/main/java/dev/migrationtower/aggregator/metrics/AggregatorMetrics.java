package dev.migrationtower.aggregator.metrics;

import dev.migrationtower.aggregator.topology.Onlooker;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.RunView;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.prometheus.client.Collector;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** Turns what happens into metrics. Thread-safe. */
public final class AggregatorMetrics implements Onlooker {
    private final MeterRegistry registry;
    private final Counter ticksFailed;
    private final Board board = new Board();

    public AggregatorMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.ticksFailed = Counter.builder("tower.ticks.failed")
                .description(
                        "Times at which a run could not take in that time passed: an error in the fold, see the log")
                .register(registry);
    }

    /**
     * The series about runs, read off at each scrape, so that an age is right and a run that left has none.
     *
     * @param keepFinished how long after its end a run still has series, so that its last state is scraped
     */
    public Collector runs(Clock clock, Duration keepFinished) {
        return new RunSeries(board, clock, keepFinished);
    }

    @Override
    public void took(String topic, Fate fate) {
        Counter.builder("tower.inputs")
                .description("Records of the input topics by what became of them")
                .tag("topic", topic)
                .tag("fate", fate.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(registry)
                .increment();
    }

    @Override
    public void happened(Event event) {
        if (event.type() == EventType.BREACH_DETECTED) {
            board.breached(event.run());
        }
    }

    @Override
    public void stands(RunView view) {
        board.put(view);
    }

    @Override
    public void stands(CheckView view) {
        board.put(view);
    }

    @Override
    public void gone(CheckKey check) {
        board.remove(check);
    }

    @Override
    public void tickFailed(String run) {
        ticksFailed.increment();
    }

    @Override
    public void left(String run) {
        board.remove(run);
    }
}
