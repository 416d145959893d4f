package dev.migrationtower.notifier.notice;

import dev.migrationtower.events.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What there is to be told of all runs. Not thread-safe. */
public final class Notices {
    private final Tempo tempo;
    private final Map<String, RunNotices> runs = new TreeMap<>();

    public Notices(Tempo tempo) {
        this.tempo = tempo;
    }

    /** What this event gives reason to tell, and what was due before it in its run. */
    public List<Notice> take(Event event) {
        return runs.computeIfAbsent(event.run(), run -> new RunNotices(tempo)).take(event);
    }

    /** What is due because it is now so late, the oldest first. Only once all events of before are taken. */
    public List<Notice> pass(Instant now) {
        List<Notice> told = new ArrayList<>();
        runs.values().forEach(run -> told.addAll(run.pass(now)));
        told.sort(Comparator.comparing(Notice::at));
        return told;
    }
}
