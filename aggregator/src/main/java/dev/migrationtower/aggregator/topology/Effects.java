package dev.migrationtower.aggregator.topology;

import dev.migrationtower.core.fold.Assignment;
import dev.migrationtower.core.fold.CheckMemory;
import dev.migrationtower.core.fold.Run;
import dev.migrationtower.core.fold.Step;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a step does to the world, encoded. All of it is known before any of it is done, so that a step that cannot be encoded does
 * nothing at all.
 *
 * @param remembered what has to outlive a restart
 * @param sent what goes out, in this order
 */
record Effects(List<Remembered> remembered, List<Sent> sent) {
    /** The largest value that goes to a topic or store: what Kafka accepts by default, with room for key and headers. */
    static final int LARGEST_BYTES = 1_000_000;

    /** @param value null: it is to be forgotten */
    record Remembered(Memory memory, String key, byte @Nullable [] value) {}

    /** @param value null: a tombstone */
    record Sent(Topic topic, String key, byte @Nullable [] value, Headers headers) {}

    /**
     * The effects of this step.
     *
     * @throws IllegalStateException if something cannot be written as JSON, or is too large for Kafka
     */
    static Effects of(@Nullable Run before, Step step) {
        return new Effects(remembered(before, step), sent(step));
    }

    private static List<Remembered> remembered(@Nullable Run before, Step step) {
        Run after = step.state();
        if (after == null) {
            return List.of();
        }
        List<Remembered> all = new ArrayList<>();
        if (before == null || !before.orders().equals(after.orders())) {
            all.add(new Remembered(Memory.ORDERS, after.id(), encode(after.orders())));
        }
        if (before == null || !before.memory().equals(after.memory())) {
            all.add(new Remembered(Memory.RUNS, after.id(), encode(after.memory())));
        }
        for (CheckKey key : step.touched()) {
            CheckMemory memory = after.memory(key);
            all.add(new Remembered(Memory.CHECKS, key.toString(), memory == null ? null : encode(memory)));
        }
        return all;
    }

    private static List<Sent> sent(Step step) {
        List<Sent> all = new ArrayList<>();
        for (Event event : step.events()) {
            all.add(new Sent(Topic.EVENTS, event.run(), encode(event), CloudEvent.headers(event)));
        }
        step.views().forEach((key, view) -> all.add(new Sent(Topic.STATE, key, encode(view), new RecordHeaders())));
        step.gone().forEach(key -> all.add(new Sent(Topic.STATE, key, null, new RecordHeaders())));
        for (Assignment assignment : step.assignments()) {
            byte[] spec = switch (assignment) {
                case Assignment.Watch watch -> encode(watch.spec());
                case Assignment.Unwatch unwatch -> null;
            };
            all.add(new Sent(Topic.CHECKS, assignment.key().toString(), spec, new RecordHeaders()));
        }
        return all;
    }

    private static byte[] encode(Object value) {
        byte[] json = Json.write(value);
        if (json.length > LARGEST_BYTES) {
            throw new IllegalStateException(value.getClass().getSimpleName() + " of " + json.length
                    + " bytes is too large for Kafka, which takes " + LARGEST_BYTES + "; it begins with "
                    + new String(json, 0, 200, StandardCharsets.UTF_8));
        }
        return json;
    }
}
