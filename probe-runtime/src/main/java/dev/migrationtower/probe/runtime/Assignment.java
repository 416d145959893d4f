package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which checks this instance has in its hands: those of its kind of probe, of the partitions that Kafka gave it. For one thread.
 */
final class Assignment {
    private final String kind;
    private final Consumer<CheckSpec> watch;
    private final Consumer<CheckKey> forget;
    private final Map<Integer, Set<CheckKey>> byPartition = new HashMap<>();

    /**
     * @param kind the kind of probe whose checks we take
     * @param watch told of each check to look at from now on
     * @param forget told of each check to look at no more
     */
    Assignment(String kind, Consumer<CheckSpec> watch, Consumer<CheckKey> forget) {
        this.kind = kind;
        this.watch = watch;
        this.forget = forget;
    }

    /**
     * Takes in a record of the topic; without a value it is the end of a check.
     *
     * @throws UnreadableException if it says nothing that could be looked at; what was known of the check stays
     */
    void read(int partition, byte @Nullable [] key, byte @Nullable [] value) throws UnreadableException {
        CheckKey checkKey = readKey(key);
        CheckSpec check = value == null ? null : readCheck(checkKey, value);
        Set<CheckKey> ours = byPartition.computeIfAbsent(partition, none -> new HashSet<>());
        if (check != null && check.probe().equals(kind)) {
            ours.add(checkKey);
            watch.accept(check);
        } else if (ours.remove(checkKey)) {
            forget.accept(checkKey);
        }
    }

    /** The partition is another instance's now. */
    void lose(int partition) {
        Set<CheckKey> lost = byPartition.remove(partition);
        if (lost != null) {
            lost.forEach(forget);
        }
    }

    /** All partitions are, or may be. */
    void loseAll() {
        Set.copyOf(byPartition.keySet()).forEach(this::lose);
    }

    private static CheckKey readKey(byte @Nullable [] key) throws UnreadableException {
        if (key == null) {
            throw new UnreadableException("it has no key, which must be run/check/item", null);
        }
        try {
            return CheckKey.parse(new String(key, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("its key is wrong: " + e.getMessage(), e);
        }
    }

    private static CheckSpec readCheck(CheckKey key, byte[] value) throws UnreadableException {
        CheckSpec check = Json.read(value, CheckSpec.class);
        CheckKey own;
        try {
            own = check.key();
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("its parts are wrong: " + e.getMessage(), e);
        }
        if (!own.equals(key)) {
            throw new UnreadableException("its key is " + key + ", but it is about " + own, null);
        }
        if (!check.interval().isPositive() || !check.freshness().isPositive()) {
            throw new UnreadableException("interval and freshness must be above zero", null);
        }
        return check;
    }
}
