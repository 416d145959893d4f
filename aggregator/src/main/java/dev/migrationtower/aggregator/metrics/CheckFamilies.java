package dev.migrationtower.aggregator.metrics;

import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.Sight;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Checks, in one scrape. */
final class CheckFamilies {
    private final Instant now;
    private final Gauge verdict = new Gauge(
            "migration_check_verdict",
            "1 for the verdict on what is expected of the check now, 0 for the others",
            "run",
            "check",
            "item",
            "verdict");
    private final Gauge age =
            new Gauge("migration_check_age_seconds", "Time since the check was last looked at", "run", "check", "item");

    CheckFamilies(Instant now) {
        this.now = now;
    }

    void add(CheckView check) {
        Verdict stated = check.verdict();
        if (stated != null) {
            verdict.isOneOf(Verdict.values(), stated, Verdict::word, check.run(), check.check(), check.item());
        }
        Sight saw = check.saw();
        if (saw != null) {
            age.is(Duration.between(saw.observedAt(), now), check.run(), check.check(), check.item());
        }
    }

    List<MetricFamilySamples> all() {
        return List.of(verdict, age);
    }
}
