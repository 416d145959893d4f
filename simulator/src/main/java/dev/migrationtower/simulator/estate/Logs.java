package dev.migrationtower.simulator.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrationtower.events.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What everything on the estate writes, line by line, in the order of time. Thread-safe. */
public final class Logs {
    private static final ObjectMapper JSON = Json.mapper();

    /** More than a night writes; after that the oldest go. */
    private static final int KEPT = 40_000;

    private final InstantSource clock;
    private final AtomicLong written = new AtomicLong();
    private final NavigableMap<Place, Line> lines = new ConcurrentSkipListMap<>();
    private final List<Consumer<Line>> drains = new CopyOnWriteArrayList<>();

    /** Where a line stands: two may be of one time. */
    public record Place(Instant at, long number) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::at).thenComparingLong(Place::number);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A line that is a JSON document, as those of the estate are.
     *
     * @param host the container that wrote it: {@code pix-api-production-one-off-1001}
     * @param service the app that it is of
     * @param status info or error
     */
    public record Line(Place place, String host, String service, String status, JsonNode document) {}

    public Logs(InstantSource clock) {
        this.clock = clock;
    }

    /** Whoever is told of each line as it is written. */
    public void drain(Consumer<Line> to) {
        drains.add(to);
    }

    /** Writes a line now. */
    public void write(String host, String service, String status, Object document) {
        write(clock.instant(), host, service, status, document);
    }

    /** Writes a line, as of this time. */
    public Line write(Instant at, String host, String service, String status, Object document) {
        Line line =
                new Line(new Place(at, written.incrementAndGet()), host, service, status, JSON.valueToTree(document));
        lines.put(line.place(), line);
        if (line.place().number() > KEPT) {
            lines.pollFirstEntry();
        }
        drains.forEach(drain -> drain.accept(line));
        return line;
    }

    /** The lines from here on (inclusive) to there (exclusive), in order. */
    public NavigableMap<Place, Line> between(Instant from, Instant to) {
        return lines.subMap(new Place(from, 0), true, new Place(to, 0), false);
    }
}
