package dev.migrationtower.dashboard.record;

import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Sight;
import io.opentelemetry.api.trace.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One run: its views as they stand now, and its newest frames. A view is replaced when a newer one comes, and that is the only rule
 * here. Thread-safe; one thread writes.
 */
public final class RunRecord {
    /** How many of the newest events go with a snapshot, for the timeline. */
    static final int EVENTS_IN_SNAPSHOT = 200;

    private final String id;
    private final FrameRing ring;
    private final SortedMap<CheckKey, CheckView> checks = new TreeMap<>();
    private final SortedSet<String> proven = new TreeSet<>();
    private @Nullable RunView run;
    private final Map<Perspective, Snapshot> snapshots = new EnumMap<>(Perspective.class);
    private volatile long revision;
    private volatile boolean forgotten;

    RunRecord(String id, int frames) {
        this.id = id;
        this.ring = new FrameRing(frames);
    }

    /** The run's id. */
    public String id() {
        return id;
    }

    /** The highest revision seen. */
    public long revision() {
        return revision;
    }

    /** Whether the record was read anew since, so that this object will never change again. */
    public boolean forgotten() {
        return forgotten;
    }

    /** Takes a view from {@code tower.state}; it may be older than what is known. */
    synchronized void reflect(View view) {
        switch (view) {
            case RunView newer -> replace(newer, newer.revision());
            case CheckView newer -> replace(newer, newer.revision());
            case PhaseView ignored -> throw new IllegalArgumentException("a phase alone is no part of the state");
            case ForecastView ignored -> throw new IllegalArgumentException("a forecast alone is no part of the state");
            case View.Note ignored -> throw new IllegalArgumentException("a note is no part of the state");
            case View.Rejection ignored -> throw new IllegalArgumentException("a rejection is no part of the state");
        }
    }

    /** Takes an event and its JSON as it stood on the topic; one that was taken before changes nothing. */
    void apply(Event event, byte[] json) {
        apply(event, json, Span.getInvalid());
    }

    /** @param span of the way of the event to the first browser */
    synchronized void apply(Event event, byte[] json, Span span) {
        // The frame first: whoever sees the new revision, without a lock, must find it.
        ring.put(Frame.of(event, json, span));
        if (event.type().replacesPlan()) {
            // What only an earlier plan looked at is gone; what this one looks at is told next.
            checks.values().removeIf(check -> check.revision() < event.revision());
        }
        switch (event.view()) {
            case RunView newer -> replace(newer, event.revision());
            case PhaseView newer -> change(event.revision(), known -> known.with(newer, event.revision()));
            case CheckView newer -> replace(newer, event.revision());
            case ForecastView newer -> change(event.revision(), known -> known.with(newer, event.revision()));
            case View.Note ignored -> {}
            case View.Rejection ignored -> {}
        }
        seen(event.revision());
    }

    /** Takes a check away, named by its key on the wire. */
    synchronized void remove(String key) {
        if (checks.keySet().removeIf(known -> known.toString().equals(key))) {
            snapshots.clear();
        }
    }

    private void replace(RunView newer, long at) {
        if (run == null || at > run.revision()) {
            run = newer;
            seen(at);
        }
    }

    private void replace(CheckView newer, long at) {
        CheckView known = checks.get(newer.key());
        if (known == null || at > known.revision()) {
            checks.put(newer.key(), newer);
            for (ExpectationView expectation : newer.expectations()) {
                if (expectation.proven()) {
                    proven.add(newer.check() + "/" + newer.item() + "/" + expectation.state());
                }
            }
            seen(at);
        }
    }

    private void change(long at, UnaryOperator<RunView> toNewer) {
        RunView known = run;
        if (known != null && at > known.revision()) {
            run = toNewer.apply(known);
        }
    }

    private void seen(long at) {
        snapshots.clear();
        revision = Math.max(revision, at);
    }

    void forget() {
        forgotten = true;
    }

    /** The run itself; empty while only events older than its views are known. */
    public synchronized Optional<RunView> run() {
        return Optional.ofNullable(run);
    }

    /** The states that a check was seen not to be in, as far as this was told: {@code <check>/<item>/<state>}. */
    public synchronized List<String> proven() {
        return List.copyOf(proven);
    }

    /** The frame of this revision; null if it is not in memory. */
    public @Nullable Frame frame(long at) {
        return ring.at(at);
    }

    /** Whether all that came after this revision is in memory, so that a browser can go on from there. */
    public boolean covers(long after) {
        return after == revision || (after >= 0 && after < revision && ring.at(after + 1) != null);
    }

    /** The whole state as seen from there, encoded; the same object until something changes. */
    public synchronized Snapshot snapshot(Perspective perspective) {
        return snapshots.computeIfAbsent(perspective, seen -> {
            RunView view = Objects.requireNonNull(run, "a run is shown only when its view is known");
            return Snapshot.of(revision, view, checks.values(), newest(), seen);
        });
    }

    /** What merely moved is left out: it is much, and would push out what happened. */
    private List<Frame> newest() {
        List<Frame> newest = new ArrayList<>();
        Frame frame;
        for (long at = revision; newest.size() < EVENTS_IN_SNAPSHOT && (frame = ring.at(at)) != null; at--) {
            if (!frame.type().isMovement()) {
                newest.add(frame);
            }
        }
        return newest.reversed();
    }

    /** The first event with this cause; empty if there is none in memory. */
    public Optional<Frame> causedBy(String cause) {
        long newest = revision;
        Frame found = null;
        for (long at = newest; at > newest - ring.capacity() && at > 0; at--) {
            Frame frame = ring.at(at);
            if (frame != null && cause.equals(frame.cause())) {
                found = frame;
            }
        }
        return Optional.ofNullable(found);
    }

    /** When the oldest of the looks was taken that something is expected of; empty if nothing is expected or nothing was seen. */
    public synchronized Optional<Instant> oldestEvidence() {
        return checks.values().stream()
                .filter(check -> !check.expectations().isEmpty())
                .map(CheckView::saw)
                .filter(Objects::nonNull)
                .map(Sight::observedAt)
                .min(Comparator.naturalOrder());
    }
}
