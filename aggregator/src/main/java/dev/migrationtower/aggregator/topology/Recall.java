package dev.migrationtower.aggregator.topology;

import dev.migrationtower.core.fold.CheckMemory;
import dev.migrationtower.core.fold.Orders;
import dev.migrationtower.core.fold.Run;
import dev.migrationtower.core.fold.RunMemory;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.UnreadableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Makes the runs again from what their stores remember. */
final class Recall {
    private Recall() {}

    /**
     * All runs of these stores.
     *
     * @throws IllegalStateException if one cannot be read: to go on without it would be to begin it again at revision 1
     */
    static List<Run> all(Map<Memory, KeyValueStore<String, byte[]>> memories) {
        Map<String, Orders> orders = read(memories, Memory.ORDERS, Orders.class);
        Map<String, List<CheckMemory>> checks = new HashMap<>();
        for (CheckMemory check :
                read(memories, Memory.CHECKS, CheckMemory.class).values()) {
            checks.computeIfAbsent(check.key().run(), run -> new ArrayList<>()).add(check);
        }
        List<Run> runs = new ArrayList<>();
        for (RunMemory memory : read(memories, Memory.RUNS, RunMemory.class).values()) {
            Orders said = orders.get(memory.run());
            if (said == null) {
                throw new IllegalStateException("run " + memory.run() + " is remembered, but not its plan");
            }
            runs.add(Run.recall(said, memory, checks.getOrDefault(memory.run(), List.of())));
        }
        return runs;
    }

    private static <T> Map<String, T> read(
            Map<Memory, KeyValueStore<String, byte[]>> memories, Memory memory, Class<T> type) {
        Map<String, T> all = new HashMap<>();
        KeyValueStore<String, byte[]> store = java.util.Objects.requireNonNull(memories.get(memory));
        try (KeyValueIterator<String, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                all.put(entry.key, Json.read(entry.value, type));
            }
        } catch (UnreadableException e) {
            throw new IllegalStateException(
                    "what store " + memory.storeName() + " remembers cannot be read: " + e.getMessage()
                            + ". Start the version of the aggregator that wrote it.",
                    e);
        }
        return all;
    }
}
