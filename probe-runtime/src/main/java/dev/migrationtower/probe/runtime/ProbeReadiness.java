package dev.migrationtower.probe.runtime;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Are observations of this probe likely to arrive? If not, what is missing; and in any case which checks lag. */
@Readiness
final class ProbeReadiness implements HealthCheck {
    private final Frame frame;

    @Inject
    ProbeReadiness(Frame frame) {
        this.frame = frame;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(frame.instance());
        frame.missing().ifPresent(missing -> response.withData("missing", missing));
        frame.late().ifPresent(late -> response.withData("late", late));
        return response.withData("checks", frame.checks())
                .status(frame.missing().isEmpty())
                .build();
    }
}
