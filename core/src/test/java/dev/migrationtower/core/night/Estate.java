package dev.migrationtower.core.night;

import dev.migrationtower.core.fold.Assignment;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Outcome.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What there is to be looked at, and the probes that look: at what was asked of them, as often as they were asked. */
final class Estate {
    /** Probes do not all look at the same moment. */
    private static final Duration APART = Duration.ofMillis(410);

    private record Turn(Instant at, CheckKey key) implements Comparable<Turn> {
        private static final Comparator<Turn> ORDER =
                Comparator.comparing(Turn::at).thenComparing(Turn::key);

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<CheckKey, CheckSpec> watched = new TreeMap<>();
    private final TreeSet<Turn> turns = new TreeSet<>();
    private final Map<String, Happening.Shows> shown = new HashMap<>();
    private final Set<String> stopped = new HashSet<>();
    private final Map<String, Integer> restarts = new HashMap<>();
    private final List<LogLine> unread = new ArrayList<>();
    private int looks;

    void shows(Happening.Shows shows) {
        shown.put(shows.what(), shows);
        if (shows.what().endsWith("/*")) {
            String check = shows.what().substring(0, shows.what().length() - 1);
            shown.keySet().removeIf(what -> what.startsWith(check) && !what.equals(shows.what()));
        }
    }

    void appears(LogLine line) {
        unread.add(line);
    }

    void probe(Happening.Probe probe) {
        if (probe.looks()) {
            stopped.remove(probe.probe());
            restarts.merge(probe.probe(), 1, Integer::sum);
        } else {
            stopped.add(probe.probe());
        }
    }

    void assigned(List<Assignment> assignments, Instant now) {
        for (Assignment assignment : assignments) {
            switch (assignment) {
                case Assignment.Watch(CheckSpec spec) -> {
                    if (watched.put(spec.key(), spec) == null) {
                        turns.add(new Turn(now.plus(APART.multipliedBy(watched.size())), spec.key()));
                    }
                }
                case Assignment.Unwatch(CheckKey key) -> {
                    watched.remove(key);
                    turns.removeIf(turn -> turn.key().equals(key));
                }
            }
        }
    }

    /** When a probe looks next; the end of time if none is to. */
    Instant next() {
        return turns.isEmpty() ? Instant.MAX : turns.first().at();
    }

    /** What the probe that looks next saw; nothing if it is stopped, or there is nothing to see. */
    Optional<Observation> look() {
        Turn turn = turns.pollFirst();
        CheckSpec spec = watched.get(turn.key());
        turns.add(new Turn(turn.at().plus(spec.interval()), turn.key()));
        Outcome outcome = outcome(turn.key(), turn.at());
        boolean unasked = outcome instanceof Outcome.LogLines && spec.since() == null;
        if (outcome == null || unasked || stopped.contains(spec.probe())) {
            return Optional.empty();
        }
        String instance = spec.probe() + "-" + (1 + restarts.getOrDefault(spec.probe(), 0));
        return Optional.of(new Observation(
                "look-" + ++looks,
                spec.run(),
                spec.check(),
                spec.item(),
                spec.probe(),
                instance,
                turn.at(),
                80,
                null,
                outcome instanceof Outcome.LogLines ? read() : outcome,
                null,
                spec.version()));
    }

    private Outcome outcome(CheckKey key, Instant now) {
        return Stream.of(key.check() + "/" + key.item(), key.check() + "/*", key.check())
                .map(shown::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(shows -> shows.at(now))
                .orElse(null);
    }

    private Outcome read() {
        Outcome lines = new Outcome.LogLines(unread);
        unread.clear();
        return lines;
    }
}
