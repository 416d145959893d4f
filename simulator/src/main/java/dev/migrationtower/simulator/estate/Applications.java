package dev.migrationtower.simulator.estate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The three web applications, and which of them are in maintenance. Thread-safe. */
public final class Applications {
    private final Map<String, Application> byId = new LinkedHashMap<>();

    /**
     * One of them.
     *
     * @param open answers 200; else it is in maintenance and answers 503
     */
    public record Application(String id, String name, boolean open) {}

    /** All of them, open. */
    public Applications() {
        byId.put("app", new Application("app", "Pix App", true));
        byId.put("certif", new Application("certif", "Pix Certif", true));
        byId.put("orga", new Application("orga", "Pix Orga", true));
    }

    /** All of them by id, as they are now. */
    public synchronized Map<String, Application> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    /** Whether this one is open. */
    public boolean isOpen(String id) {
        return known(id).open();
    }

    /** Puts one into maintenance; returns its name. */
    public String close(String id) {
        return change(id, false);
    }

    /** Takes one out of maintenance; returns its name. */
    public String open(String id) {
        return change(id, true);
    }

    private synchronized String change(String id, boolean open) {
        Application before = known(id);
        byId.put(id, new Application(id, before.name(), open));
        return before.name();
    }

    private synchronized Application known(String id) {
        Application application = byId.get(id);
        if (application == null) {
            throw new IllegalArgumentException("no application " + id + ", there is " + byId.keySet());
        }
        return application;
    }
}
