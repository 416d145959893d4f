package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.Topic;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Puts records on topics. */
@FunctionalInterface
interface Sender {
    /** Completes when Kafka has acknowledged the record, fails when it has not for some seconds. Never blocks. */
    CompletableFuture<Void> send(
            Topic topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers);
}
