package dev.migrationtower.probe.runtime;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Would a restart help? Only when a thread has died: Kafka or a vendor being away is nothing that a restart mends. */
@Liveness
final class ProbeLiveness implements HealthCheck {
    private final Frame frame;

    @Inject
    ProbeLiveness(Frame frame) {
        this.frame = frame;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(frame.instance()).status(frame.alive()).build();
    }
}
