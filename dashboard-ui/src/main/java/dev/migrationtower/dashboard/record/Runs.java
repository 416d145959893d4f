package dev.migrationtower.dashboard.record;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.View;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** All runs in memory. Thread-safe; one thread writes. */
@Singleton
public final class Runs {
    private final ConcurrentMap<String, RunRecord> records = new ConcurrentHashMap<>();
    private final int frames;

    @Inject
    Runs(RecordConfig config) {
        this(config.frames());
    }

    Runs(int frames) {
        this.frames = frames;
    }

    /** The run with this id, if its view is known. */
    public Optional<RunRecord> find(String run) {
        return Optional.ofNullable(records.get(run))
                .filter(record -> record.run().isPresent());
    }

    /** All of them, the one whose plan was loaded last first. */
    public List<RunRecord> newestFirst() {
        record Dated(Instant loadedAt, RunRecord record) {}
        return records.values().stream()
                .flatMap(record -> record.run().stream().map(view -> new Dated(view.loadedAt(), record)))
                .sorted(Comparator.comparing(Dated::loadedAt)
                        .thenComparing(dated -> dated.record().id())
                        .reversed())
                .map(Dated::record)
                .toList();
    }

    void reflect(String run, View view) {
        record(run).reflect(view);
    }

    void apply(Event event, byte[] json, Span span) {
        record(event.run()).apply(event, json, span);
    }

    /** Takes away what a tombstone on {@code tower.state} names: a check, or a whole run. */
    void remove(String key) {
        int slash = key.indexOf('/');
        RunRecord record = records.get(slash < 0 ? key : key.substring(0, slash));
        if (record == null) {
            return;
        }
        if (slash < 0) {
            records.remove(key);
            record.forget();
        } else {
            record.remove(key);
        }
    }

    /** Begins anew; whoever holds a record sees that it is {@link RunRecord#forgotten}. */
    void forget() {
        records.values().forEach(RunRecord::forget);
        records.clear();
    }

    private RunRecord record(String run) {
        return records.computeIfAbsent(run, id -> new RunRecord(id, frames));
    }
}
