package dev.migrationtower.aggregator;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down only if nobody looks after Kafka Streams any more: all else mends itself, or is not mended by a restart. */
@Liveness
@ApplicationScoped
class AggregatorLiveness implements HealthCheck {
    private final Aggregator aggregator;

    AggregatorLiveness(Aggregator aggregator) {
        this.aggregator = aggregator;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("streams-keeper")
                .status(aggregator.alive())
                .build();
    }
}
