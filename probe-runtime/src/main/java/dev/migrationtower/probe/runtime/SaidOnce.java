package dev.migrationtower.probe.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What was said already, so that the log says it once. Remembers the newest thousand. Thread-safe. */
final class SaidOnce {
    private static final int MOST = 1_000;

    private final Set<Object> said = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Boolean> eldest) {
            return size() > MOST;
        }
    }));

    /** Whether this is new. */
    boolean first(Object what) {
        return said.add(what);
    }

    /** May be said again. */
    void forget(Object what) {
        said.remove(what);
    }
}
