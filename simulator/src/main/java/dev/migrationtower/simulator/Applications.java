package dev.migrationtower.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The three web applications, and which of them are in maintenance. Thread-safe. */
final class Applications {
    private final Map<String, Application> byId = new LinkedHashMap<>();

    /**
     * One of them.
     *
     * @param open answers 200; else it is in maintenance and answers 503
     */
    record Application(String id, String name, boolean open) {}

    /** All of them, open. */
    Applications() {
        byId.put("app", new Application("app", "Pix App", true));
        byId.put("certif", new Application("certif", "Pix Certif", true));
        byId.put("orga", new Application("orga", "Pix Orga", true));
    }

    /** All of them by id, as they are now. */
    synchronized Map<String, Application> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    /** Puts one into maintenance; returns its name. */
    String close(String id) {
        return change(id, false);
    }

    /** Takes one out of maintenance; returns its name. */
    String open(String id) {
        return change(id, true);
    }

    private synchronized String change(String id, boolean open) {
        Application before = byId.get(id);
        if (before == null) {
            throw new IllegalArgumentException("no application " + id + ", there is " + byId.keySet());
        }
        byId.put(id, new Application(id, before.name(), open));
        return before.name();
    }
}
