package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.CheckKey;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Observations that Kafka has not acknowledged yet. However long it is away, at most the newest of each check waits, and at most one
 * of each is under way, so that memory is bounded and an older look never overtakes a newer one. Lines of a log are another matter:
 * a newer look does not have them, so that all wait, up to a thousand looks. Thread-safe.
 */
final class Outbox {
    private final int most;
    private static final int MOST_LINES = 1_000;
    /** By their check; those with lines by their own id. */
    private final Map<Object, Parcel> waiting = new LinkedHashMap<>();

    private final Map<CheckKey, Parcel> underWay = new HashMap<>();

    /** @param most how many may be under way at the same time */
    Outbox(int most) {
        this.most = most;
    }

    /** Takes in a new observation, in the place of an older one of the same check. */
    synchronized void offer(Parcel parcel) {
        waiting.put(place(parcel), parcel);
        if (hasLines(parcel)) {
            forgetTheOldestLines();
        }
    }

    /** The next one to send, if it may be sent now; must be followed by {@link #sent} or {@link #failed}. */
    synchronized Optional<Parcel> next() {
        if (underWay.size() >= most) {
            return Optional.empty();
        }
        Iterator<Parcel> candidates = waiting.values().iterator();
        while (candidates.hasNext()) {
            Parcel candidate = candidates.next();
            if (!underWay.containsKey(candidate.key())) {
                candidates.remove();
                underWay.put(candidate.key(), candidate);
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Kafka has it. */
    synchronized void sent(Parcel parcel) {
        underWay.remove(parcel.key(), parcel);
    }

    /** Kafka has it not, or did not say so: it waits again, unless there is a newer one or the check was dropped. */
    synchronized void failed(Parcel parcel) {
        if (underWay.remove(parcel.key(), parcel)) {
            waiting.putIfAbsent(place(parcel), parcel);
        }
    }

    /** The check is no longer ours: what was seen of it is another instance's to say. */
    synchronized void forget(CheckKey key) {
        waiting.values().removeIf(parcel -> parcel.key().equals(key));
        underWay.remove(key);
    }

    /** How many wait or are under way. */
    synchronized int size() {
        return waiting.size() + underWay.size();
    }

    private void forgetTheOldestLines() {
        List<Parcel> lines = waiting.values().stream().filter(Outbox::hasLines).toList();
        if (lines.size() > MOST_LINES) {
            waiting.remove(place(lines.getFirst()));
        }
    }

    private static Object place(Parcel parcel) {
        return hasLines(parcel) ? parcel.observation().id() : parcel.key();
    }

    private static boolean hasLines(Parcel parcel) {
        return parcel.observation().outcome().hasLines();
    }
}
