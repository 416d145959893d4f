package dev.migrationtower.probe.runtime.follow;

import dev.migrationtower.events.Outcome.LogLine;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines of a log, each given out once however often it comes, none from before the run. What is more than one observation can carry
 * waits for the next look. Thread-safe.
 */
public final class NewLines {
    /** Ids that are remembered: more than any overlap brings again. */
    private static final int REMEMBERED = 50_000;
    /** Lines that may wait; the oldest go first. */
    private static final int WAITING = 50_000;
    /** Characters of all that wait: long lines must not fill the memory of a probe. */
    private static final int HELD = 16_000_000;
    /** Characters of one line; a step's words stand at its beginning. */
    private static final int LINE = 4_000;
    /** Characters of one look: well below what Kafka takes in a record. */
    private static final int LOOK = 300_000;

    private final Instant since;
    private final Deque<LogLine> waiting = new ArrayDeque<>();
    private final Set<String> known = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private long held;
    private long lost;

    /** @param since older lines belong to another run */
    public NewLines(Instant since) {
        this.since = since;
    }

    /** A line came, perhaps again. */
    public synchronized void add(LogLine line) {
        if (line.at().isBefore(since) || !known.add(line.id())) {
            return;
        }
        LogLine kept = line.text().length() <= LINE
                ? line
                : new LogLine(line.id(), line.at(), line.host(), line.text().substring(0, LINE));
        waiting.addLast(kept);
        held += kept.text().length();
        while (waiting.size() > WAITING || held > HELD) {
            held -= waiting.removeFirst().text().length();
            lost++;
        }
    }

    /** Those that nobody took yet, the oldest first, as many as one look can carry. */
    public synchronized List<LogLine> take() {
        List<LogLine> taken = new ArrayList<>();
        int room = LOOK;
        while (!waiting.isEmpty() && room > 0) {
            LogLine line = waiting.removeFirst();
            held -= line.text().length();
            room -= line.text().length() + 150;
            taken.add(line);
        }
        return taken;
    }

    /** How many were lost since somebody asked, because too many waited. */
    public synchronized long lost() {
        long count = lost;
        lost = 0;
        return count;
    }
}
