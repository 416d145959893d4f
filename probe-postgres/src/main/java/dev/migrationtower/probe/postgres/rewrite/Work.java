package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.rewrite.Phase.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an {@code ALTER TABLE} that rewrites will do, in its order: the heap; the indexes that stay, by age, then those on the changed
 * columns, which are made anew; last the foreign keys on those columns.
 *
 * @param kept how many of the indexes stay
 * @param rehearsed whether a rehearsal says how long each takes
 */
record Work(List<Phase> phases, int kept, boolean rehearsed) {
    /**
     * What a row and a byte cost where nothing better is known, in seconds: seen on PostgreSQL 14 with 1.5 million narrow rows. Only how
     * they stand to one another matters: how fast this server is, the first phase tells.
     */
    private static final double HEAP_ROW = 0.9e-6;

    private static final double HEAP_BYTE = 0.008e-6;
    private static final double INDEX_ROW = 1.2e-6;
    private static final double KEY_ROW = 3e-6;
    /** Of a table that was never counted. */
    private static final long ROW_BYTES = 100;

    private static final double AT_LEAST = 0.01;

    Work {
        phases = List.copyOf(phases);
    }

    /** @param rehearsal how long each phase took then, by its label */
    static Work of(Sighting.Table table, String query, Map<String, Duration> rehearsal) {
        String words = query.toLowerCase(Locale.ROOT);
        double rows = table.tuples() < 0 ? (double) table.bytes() / ROW_BYTES : table.tuples();
        List<Phase> phases = new ArrayList<>();
        phases.add(phase(
                Kind.HEAP,
                table.name() + " heap",
                table.bytes(),
                rows * HEAP_ROW + table.bytes() * HEAP_BYTE,
                rehearsal));
        List<Sighting.Index> kept = table.indexes().stream()
                .filter(index -> !changed(index.columns(), words))
                .toList();
        List<Sighting.Index> all = new ArrayList<>(kept);
        table.indexes().stream()
                .filter(index -> changed(index.columns(), words))
                .forEach(all::add);
        for (Sighting.Index index : all) {
            phases.add(phase(
                    Kind.INDEX, table.name() + " index " + index.name(), index.bytes(), rows * INDEX_ROW, rehearsal));
        }
        double checked = table.keys().stream()
                .filter(key -> changed(key.columns(), words))
                .mapToDouble(key -> Math.max(0, key.tuples()))
                .sum();
        if (checked > 0) {
            phases.add(phase(Kind.FOREIGN_KEYS, table.name() + " foreign keys", 0, checked * KEY_ROW, rehearsal));
        }
        return new Work(phases, kept.size(), phases.stream().allMatch(phase -> rehearsal.containsKey(phase.label())));
    }

    private static boolean changed(List<String> columns, String query) {
        return columns.stream()
                .anyMatch(column ->
                        query.matches("(?s).*(^|\\W)" + Pattern.quote(column.toLowerCase(Locale.ROOT)) + "(\\W|$).*"));
    }

    private static Phase phase(Kind kind, String label, long bytes, double seconds, Map<String, Duration> rehearsal) {
        Duration then = rehearsal.get(label);
        return new Phase(kind, label, bytes, Math.max(AT_LEAST, then == null ? seconds : then.toMillis() / 1000.0));
    }
}
