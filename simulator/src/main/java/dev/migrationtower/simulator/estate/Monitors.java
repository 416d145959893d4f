package dev.migrationtower.simulator.estate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Outside monitors, each of which watches something of the estate, unless it is paused. Thread-safe. */
public final class Monitors {
    private final Map<String, Watch> byName = new LinkedHashMap<>();

    private record Watch(String url, BooleanSupplier up, boolean paused) {}

    /** What a monitor says. */
    public enum State {
        UP,
        DOWN,
        PAUSED
    }

    /** A monitor as it is now. */
    public record Monitor(int id, String name, String url, State state) {}

    /** One more. */
    public synchronized Monitors with(String name, String url, BooleanSupplier up) {
        byName.put(name, new Watch(url, up, false));
        return this;
    }

    /** All of them, as they are now. */
    public synchronized List<Monitor> all() {
        int[] id = {4710};
        return byName.entrySet().stream()
                .map(one -> new Monitor(id[0]++, one.getKey(), one.getValue().url(), state(one.getValue())))
                .toList();
    }

    /** Pauses one, or lets it watch again. */
    public synchronized void pause(String name, boolean paused) {
        Watch watch = byName.get(name);
        if (watch == null) {
            throw new IllegalArgumentException("no monitor " + name + ", there is " + byName.keySet());
        }
        byName.put(name, new Watch(watch.url(), watch.up(), paused));
    }

    private static State state(Watch watch) {
        return watch.paused() ? State.PAUSED : watch.up().getAsBoolean() ? State.UP : State.DOWN;
    }
}
