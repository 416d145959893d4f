package dev.migrationtower.notifier;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when the reading thread ended by an error, which only a restart mends. */
@Liveness
class NotifierLiveness implements HealthCheck {
    private final Notifier notifier;

    NotifierLiveness(Notifier notifier) {
        this.notifier = notifier;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("record reader")
                .status(notifier.alive())
                .build();
    }
}
