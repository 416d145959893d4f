package dev.migrationtower.aggregator.metrics;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.RunView;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The newest view of every run and check of this instance. Thread-safe: the stream thread writes, scrapes read. */
final class Board {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** One run on the board. */
    static final class Entry {
        private volatile @Nullable RunView view;
        private final Map<CheckKey, CheckView> checks = new ConcurrentHashMap<>();
        private final LongAdder breaches = new LongAdder();

        /** Null until the run itself was told of. */
        @Nullable
        RunView view() {
            return view;
        }

        Collection<CheckView> checks() {
            return checks.values();
        }

        /** How many breaches were detected since the run came to this instance. */
        long breaches() {
            return breaches.sum();
        }
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    void put(RunView view) {
        entry(view.run()).view = view;
    }

    void put(CheckView view) {
        entry(view.run()).checks.put(view.key(), view);
    }

    void breached(String run) {
        entry(run).breaches.increment();
    }

    void remove(CheckKey check) {
        entry(check.run()).checks.remove(check);
    }

    void remove(String run) {
        entries.remove(run);
    }

    private Entry entry(String run) {
        return entries.computeIfAbsent(run, id -> new Entry());
    }
}
