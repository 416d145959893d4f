package dev.migrationtower.dashboard.record;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when memory and Kafka agree; else says what is missing. */
@Readiness
class RecordReadiness implements HealthCheck {
    private final RecordStatus status;

    RecordReadiness(RecordStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("record")
                .status(status.live())
                .withData("record", status.inWords())
                .build();
    }
}
