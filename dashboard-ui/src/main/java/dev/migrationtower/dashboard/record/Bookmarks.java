package dev.migrationtower.dashboard.record;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Where on Kafka some revisions of a run were found, so that whoever reads on page by page need not begin at the beginning each
 * time. Forgotten with the record that they belong to. Thread-safe.
 */
final class Bookmarks {
    /** One in so many revisions is marked. */
    private static final int EVERY = 250;

    private final Map<RunRecord, NavigableMap<Long, Long>> offsets = Collections.synchronizedMap(new WeakHashMap<>());

    void put(RunRecord record, long revision, long offset) {
        if (revision % EVERY == 0) {
            offsets.computeIfAbsent(record, known -> new ConcurrentSkipListMap<>())
                    .put(revision, offset);
        }
    }

    /** Where to begin to read what came after this revision; empty if that is not known. */
    OptionalLong offset(RunRecord record, long after) {
        NavigableMap<Long, Long> known = offsets.get(record);
        Map.Entry<Long, Long> nearest = known == null ? null : known.floorEntry(after + 1);
        return nearest == null ? OptionalLong.empty() : OptionalLong.of(nearest.getValue());
    }
}
