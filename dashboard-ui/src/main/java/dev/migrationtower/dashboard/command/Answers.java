package dev.migrationtower.dashboard.command;

import dev.migrationtower.dashboard.record.RecordListener;
import dev.migrationtower.events.Event;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Who waits for the first event with a certain cause. Thread-safe. */
@Singleton
class Answers implements RecordListener {
    private final ConcurrentMap<Question, CompletableFuture<Event>> open = new ConcurrentHashMap<>();

    /** The answer to come; two who ask the same share it. The caller {@link #drop}s it when nobody waits any more. */
    CompletableFuture<Event> to(String run, String command) {
        return open.computeIfAbsent(new Question(run, command), question -> new CompletableFuture<>());
    }

    void drop(String run, String command) {
        open.remove(new Question(run, command));
    }

    @Override
    public void happened(Event event) {
        if (event.cause() != null) {
            CompletableFuture<Event> waiting = open.remove(new Question(event.run(), event.cause()));
            if (waiting != null) {
                waiting.complete(event);
            }
        }
    }

    private record Question(String run, String command) {}
}
