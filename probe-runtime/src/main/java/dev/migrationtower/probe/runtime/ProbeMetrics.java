package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The metrics of every probe; all carry the tag {@code probe}, the kind.
 *
 * <table>
 * <caption>As Prometheus sees them</caption>
 * <tr><td>{@code probe_observations_total{outcome}}</td><td>looks that counted: {@code reading}, {@code log-lines}, {@code unobservable}</td></tr>
 * <tr><td>{@code probe_observation_duration_seconds}</td><td>how long they took; histogram</td></tr>
 * <tr><td>{@code probe_checks}</td><td>checks in hand; over all instances it is the number of checks in all plans</td></tr>
 * <tr><td>{@code probe_checks_late}</td><td>of those, the ones whose look is overdue by more than their freshness</td></tr>
 * <tr><td>{@code probe_observations_unacknowledged}</td><td>observations that Kafka has not acknowledged yet; never more than two per check</td></tr>
 * <tr><td>{@code probe_observation_sends_failed_total}</td><td>times Kafka did not acknowledge one in time</td></tr>
 * <tr><td>{@code probe_dead_letters_total}</td><td>records put aside as unreadable</td></tr>
 * </table>
 *
 * <p>Alert when {@code rate(probe_observations_total)} falls while {@code probe_checks} does not, when {@code probe_checks_late} stays
 * above zero (too much for the instances there are), or when {@code unobservable} grows (the probe cannot see). Thread-safe.
 */
final class ProbeMetrics {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofMillis(2_500), Duration.ofSeconds(5), Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final String probe;
    private final Counter readings;
    private final Counter logLines;
    private final Counter unobservables;
    private final Timer duration;
    private final Counter sendsFailed;
    private final Counter deadLetters;

    ProbeMetrics(MeterRegistry registry, String probe) {
        this.registry = registry;
        this.probe = probe;
        readings = observations("reading");
        logLines = observations("log-lines");
        unobservables = observations("unobservable");
        duration = Timer.builder("probe.observation.duration")
                .description("How long looks took")
                .tag("probe", probe)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        sendsFailed =
                counter("probe.observation.sends.failed", "Times Kafka did not acknowledge an observation in time");
        deadLetters = counter("probe.dead.letters", "Records put aside as unreadable");
    }

    /** A look that counted. */
    void looked(Outcome outcome, Duration took) {
        switch (outcome) {
            case Outcome.Reading reading -> readings.increment();
            case Outcome.LogLines lines -> logLines.increment();
            case Outcome.Unobservable unobservable -> unobservables.increment();
            case Outcome.Ping ping -> throw new IllegalArgumentException(Look.NO_LOOK);
        }
        duration.record(took);
    }

    /** Kafka did not acknowledge an observation. */
    void notAcknowledged() {
        sendsFailed.increment();
    }

    /** A record was put aside. */
    void deadLetter() {
        deadLetters.increment();
    }

    /** What can be counted at any time. */
    void count(Supplier<Number> checks, Supplier<Number> late, Supplier<Number> unacknowledged) {
        gauge("probe.checks", "Checks in hand", checks);
        gauge("probe.checks.late", "Checks whose look is overdue by more than their freshness", late);
        gauge("probe.observations.unacknowledged", "Observations that Kafka has not acknowledged yet", unacknowledged);
    }

    private Counter observations(String outcome) {
        return Counter.builder("probe.observations")
                .description("Looks that counted, by what came of them")
                .tag("probe", probe)
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("probe", probe)
                .register(registry);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).tag("probe", probe).register(registry);
    }
}
