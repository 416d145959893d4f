package dev.migrationtower.dashboard.subscribe;

import io.smallrye.reactive.messaging.ce.IncomingCloudEventMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hands on what happens in runs. */
@ApplicationScoped
public class MigrationFollower {
    /** @param subject what it is about: {@code phase/close} */
    public record Happened(String type, String subject, String json) {}

    private final Event<Happened> happened;

    MigrationFollower(Event<Happened> happened) {
        this.happened = happened;
    }

    @Incoming("migrations")
    CompletionStage<Void> next(Message<String> message) {
        IncomingCloudEventMetadata<?> event =
                message.getMetadata(IncomingCloudEventMetadata.class).orElseThrow();
        happened.fire(new Happened(event.getType(), event.getSubject().orElse(""), message.getPayload()));
        return message.ack();
    }
}
