package dev.migrationtower.simulator.estate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Virtual machines of a data platform, which take their time to start and to stop. Thread-safe. */
public final class Machines {
    private static final Duration TAKES = Duration.ofSeconds(25);

    private final InstantSource clock;
    private final Pace pace;
    private final Map<String, Order> byName = new LinkedHashMap<>();

    private record Order(boolean on, Instant doneAt) {}

    /**
     * A machine as it is now.
     *
     * @param on whether it runs; while an operation is under way, as it was before
     * @param operation whether it is being started or stopped
     */
    public record Machine(int id, String name, boolean on, boolean operation) {}

    /** @param pace at which machines start and stop */
    public Machines(InstantSource clock, Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    /** One more, which runs. */
    public synchronized Machines with(String name) {
        byName.put(name, new Order(true, Instant.EPOCH));
        return this;
    }

    /** All of them, as they are now. */
    public synchronized List<Machine> all() {
        Instant now = clock.instant();
        int[] id = {1};
        return byName.entrySet().stream()
                .map(one -> {
                    Order order = one.getValue();
                    boolean operation = now.isBefore(order.doneAt());
                    return new Machine(id[0]++, one.getKey(), order.on() != operation, operation);
                })
                .toList();
    }

    /** Starts one, or stops it. */
    public synchronized void turn(String name, boolean on) {
        Order order = byName.get(name);
        if (order == null) {
            throw new IllegalArgumentException("no machine " + name + ", there is " + byName.keySet());
        }
        if (order.on() != on) {
            byName.put(name, new Order(on, clock.instant().plus(pace.of(TAKES))));
        }
    }
}
