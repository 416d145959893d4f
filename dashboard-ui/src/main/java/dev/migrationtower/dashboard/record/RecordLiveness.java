package dev.migrationtower.dashboard.record;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when the reading thread ended by an error, which only a restart mends. */
@Liveness
class RecordLiveness implements HealthCheck {
    private final RecordStatus status;

    RecordLiveness(RecordStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        boolean broken = status.state() instanceof RecordStatus.State.Broken;
        return HealthCheckResponse.named("record reader")
                .status(!broken)
                .withData("record", status.inWords())
                .build();
    }
}
