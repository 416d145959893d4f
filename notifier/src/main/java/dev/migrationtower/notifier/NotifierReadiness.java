package dev.migrationtower.notifier;

import dev.migrationtower.notifier.delivery.ChannelStatus;
import dev.migrationtower.notifier.record.ReaderStatus.State;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the record is read as it is written, or another instance does so. A receiver that is away is nothing that this
 * service lacks: it is told beside.
 */
@Readiness
class NotifierReadiness implements HealthCheck {
    private final Notifier notifier;

    NotifierReadiness(Notifier notifier) {
        this.notifier = notifier;
    }

    @Override
    public HealthCheckResponse call() {
        State state = notifier.status().state();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("notifier")
                .status(state == State.LIVE || state == State.STANDING_BY)
                .withData("record", notifier.status().inWords());
        for (ChannelStatus channel : notifier.channels()) {
            if (channel.trouble() != null) {
                response.withData(channel.channel(), channel.backlog() + " waiting: " + channel.trouble());
            }
        }
        return response.build();
    }
}
