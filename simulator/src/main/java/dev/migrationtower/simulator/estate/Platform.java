package dev.migrationtower.simulator.estate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Apps on a platform as Scalingo is one: their containers, which take their time to start and to stop, one-offs, and whether their
 * databases are backed up. Thread-safe.
 */
public final class Platform {
    /** The type of a container that was started by hand, as the migration's is. */
    public static final String ONE_OFF = "one-off";

    private static final Duration START = Duration.ofSeconds(12);
    private static final Duration STOP = Duration.ofSeconds(8);
    private static final Duration SINCE_DEPLOYMENT = Duration.ofDays(3);

    private final InstantSource clock;
    private final Pace pace;
    private final Map<String, Running> apps = new LinkedHashMap<>();
    private int containers;

    /**
     * A container that there is.
     *
     * @param state booting, running or stopping
     */
    public record Container(int id, String type, int index, String state, String command, Instant createdAt) {
        public String label() {
            return type + "-" + index;
        }
    }

    /**
     * An app as it is now.
     *
     * @param status running, stopped or scaling
     * @param formation how many containers of a type there shall be
     * @param backups whether its database is backed up by itself; absent: it has none
     */
    public record App(
            String name,
            String status,
            Map<String, Integer> formation,
            List<Container> containers,
            @Nullable Boolean backups) {}

    private static final class Running {
        private final Map<String, Integer> formation = new LinkedHashMap<>();
        private final List<One> containers = new ArrayList<>();
        private @Nullable Boolean backups;
        private int oneOffs = 1000;
    }

    private record One(
            int id,
            String type,
            int index,
            String command,
            Instant createdAt,
            Instant runsAt,
            @Nullable Instant endsAt) {
        String state(Instant now) {
            return endsAt != null ? "stopping" : now.isBefore(runsAt) ? "booting" : "running";
        }
    }

    /** @param pace at which containers start and stop */
    public Platform(InstantSource clock, Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    /** One more app, which runs since its last deployment. */
    public synchronized Platform with(String app, int web, boolean database) {
        Running running = new Running();
        running.formation.put("web", web);
        running.backups = database ? Boolean.TRUE : null;
        Instant deployed = clock.instant().minus(SINCE_DEPLOYMENT);
        for (int i = 1; i <= web; i++) {
            running.containers.add(new One(++containers, "web", i, "npm start", deployed, deployed, null));
        }
        apps.put(app, running);
        return this;
    }

    /** The names of all apps. */
    public synchronized List<String> names() {
        return List.copyOf(apps.keySet());
    }

    /** The app of this name. */
    public synchronized Optional<App> app(String name) {
        Running running = apps.get(name);
        if (running == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        running.containers.removeIf(one -> one.endsAt != null && !now.isBefore(one.endsAt));
        List<Container> there = running.containers.stream()
                .map(one -> new Container(one.id, one.type, one.index, one.state(now), one.command, one.createdAt))
                .toList();
        return Optional.of(new App(
                name,
                status(there),
                Collections.unmodifiableMap(new LinkedHashMap<>(running.formation)),
                there,
                running.backups));
    }

    /** From now on there shall be so many containers of this type; they start and stop in their time. */
    public synchronized void scale(String app, String type, int amount) {
        Running running = known(app);
        running.formation.put(type, amount);
        Instant now = clock.instant();
        int there = 0;
        for (int i = 0; i < running.containers.size(); i++) {
            One one = running.containers.get(i);
            if (one.type.equals(type) && one.endsAt == null && ++there > amount) {
                running.containers.set(i, ended(one, now.plus(pace.of(STOP))));
            }
        }
        for (int index = there + 1; index <= amount; index++) {
            running.containers.add(started(type, index, "npm start", now));
        }
    }

    /** Starts a one-off; returns it. */
    public synchronized Container run(String app, String command) {
        Running running = known(app);
        Instant now = clock.instant();
        One one = started(ONE_OFF, ++running.oneOffs, command, now);
        running.containers.add(one);
        return new Container(one.id, one.type, one.index, one.state(now), command, now);
    }

    /** The command of a one-off has ended, and the container with it. */
    public synchronized void ended(String app, Container oneOff) {
        Running running = known(app);
        Instant now = clock.instant();
        for (int i = 0; i < running.containers.size(); i++) {
            if (running.containers.get(i).id == oneOff.id()) {
                running.containers.set(i, ended(running.containers.get(i), now));
            }
        }
    }

    /** Whether the database of an app is backed up by itself, from now on. */
    public synchronized void backups(String app, boolean on) {
        Running running = known(app);
        if (running.backups == null) {
            throw new IllegalArgumentException(app + " has no database");
        }
        running.backups = on;
    }

    private One started(String type, int index, String command, Instant now) {
        return new One(++containers, type, index, command, now, now.plus(pace.of(START)), null);
    }

    private static One ended(One one, Instant at) {
        return new One(one.id, one.type, one.index, one.command, one.createdAt, one.runsAt, at);
    }

    private static String status(List<Container> containers) {
        List<Container> all =
                containers.stream().filter(one -> !one.type().equals(ONE_OFF)).toList();
        return all.isEmpty()
                ? "stopped"
                : all.stream().allMatch(one -> one.state().equals("running")) ? "running" : "scaling";
    }

    private Running known(String app) {
        Running running = apps.get(app);
        if (running == null) {
            throw new IllegalArgumentException("no app " + app + ", there is " + apps.keySet());
        }
        return running;
    }
}
