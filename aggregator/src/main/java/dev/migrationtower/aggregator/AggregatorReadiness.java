package dev.migrationtower.aggregator;

import dev.migrationtower.aggregator.streams.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while commands and observations are being taken in; else it says what is missing. */
@Readiness
@ApplicationScoped
class AggregatorReadiness implements HealthCheck {
    private final Aggregator aggregator;

    AggregatorReadiness(Aggregator aggregator) {
        this.aggregator = aggregator;
    }

    @Override
    public HealthCheckResponse call() {
        Standing standing = aggregator.standing();
        return HealthCheckResponse.named("kafka-streams")
                .status(standing.ready())
                .withData("standing", standing.words())
                .build();
    }
}
