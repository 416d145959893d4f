package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.rewrite.Phase.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What an {@code ALTER TABLE} that rewrites will do, in its order: the heap; the indexes that stay, by age, then those on the changed
 * columns, which are made anew; last the foreign keys on those columns.
 *
 * @param kept how many of the indexes stay
 * @param rehearsed whether a rehearsal says how long each takes
 */
record Work(List<Phase> phases, int kept, boolean rehearsed) {
    /**
     * What a row and a byte cost where nothing better is known, in seconds: measured on a quiet machine, see FIGURES.md. Only how they
     * stand to one another matters: how fast this server is, the first phase tells.
     */
    private static final double HEAP_ROW = 0.37e-6;

    private static final double HEAP_BYTE = 0.0022e-6;
    private static final double INDEX_ROW = 0.26e-6;
    private static final double KEY_ROW = 0.72e-6;
    private static final double CHECK_ROW = 0.1e-6;
    /** What is checked at once, without a row being written; a column that is added or changed at the same time is more than that. */
    private static final Pattern CHECKS = Pattern.compile(
            "^(?!.*\\b(?:type|column)\\b).*(?:\\bvalidate\\s+constraint\\b|\\badd\\s+(?:constraint\\s+\\S+\\s+)?(?:foreign\\s+key|check)\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern ROW_BY_ROW =
            Pattern.compile("\\badd\\s+(?:constraint\\s+\\S+\\s+)?check\\b", Pattern.CASE_INSENSITIVE);
    /** Of a table that was never counted. */
    private static final long ROW_BYTES = 100;

    private static final double AT_LEAST = 0.01;

    Work {
        phases = List.copyOf(phases);
    }

    /**
     * What this statement will do; empty: nothing that anybody could follow, or not yet.
     *
     * @param rehearsal how long each phase took then, by its label
     */
    static Optional<Work> of(Sighting now, Map<String, Duration> rehearsal) {
        Sighting.Table table = now.table();
        if (table == null) {
            return Optional.empty();
        }
        if (now.reported() != null) {
            List<Phase> phases = Reports.phases(now.reported(), table);
            return phases.isEmpty() ? Optional.empty() : Optional.of(new Work(phases, 0, false));
        }
        if (CHECKS.matcher(now.query()).find()) {
            return Optional.of(checks(table, now.query(), rehearsal));
        }
        return now.unseen().isEmpty() ? Optional.empty() : Optional.of(rewrite(table, now.query(), rehearsal));
    }

    /** The phase of that label. */
    Optional<Integer> numberOf(String label) {
        return IntStream.range(0, phases.size())
                .filter(i -> phases.get(i).label().equals(label))
                .boxed()
                .findFirst();
    }

    /** How many phases are of that kind. */
    int count(Kind kind) {
        return (int) phases.stream().filter(phase -> phase.kind() == kind).count();
    }

    private static Work checks(Sighting.Table table, String query, Map<String, Duration> rehearsal) {
        double rows = Math.max(1, table.tuples());
        boolean keys = !ROW_BY_ROW.matcher(query).find();
        List<Phase> phases =
                List.of(phase(Kind.CHECK, table.name() + " constraint", 0, rows * (keys ? KEY_ROW : CHECK_ROW)));
        return new Work(
                rehearsed(phases, rehearsal),
                0,
                rehearsal.containsKey(phases.getFirst().label()));
    }

    private static Work rewrite(Sighting.Table table, String query, Map<String, Duration> rehearsal) {
        String words = query.toLowerCase(Locale.ROOT);
        double rows = table.tuples() < 0 ? (double) table.bytes() / ROW_BYTES : table.tuples();
        List<Phase> phases = new ArrayList<>();
        phases.add(
                phase(Kind.HEAP, table.name() + " heap", table.bytes(), rows * HEAP_ROW + table.bytes() * HEAP_BYTE));
        List<Sighting.Index> kept = table.indexes().stream()
                .filter(index -> !changed(index.columns(), words))
                .toList();
        List<Sighting.Index> all = new ArrayList<>(kept);
        table.indexes().stream()
                .filter(index -> changed(index.columns(), words))
                .forEach(all::add);
        for (Sighting.Index index : all) {
            phases.add(phase(Kind.INDEX, table.name() + " index " + index.name(), index.bytes(), rows * INDEX_ROW));
        }
        double checked = table.keys().stream()
                .filter(key -> changed(key.columns(), words))
                .mapToDouble(key -> Math.max(0, key.tuples()))
                .sum();
        if (checked > 0) {
            phases.add(phase(Kind.FOREIGN_KEYS, table.name() + " foreign keys", 0, checked * KEY_ROW));
        }
        return new Work(
                rehearsed(phases, rehearsal),
                kept.size(),
                phases.stream().allMatch(phase -> rehearsal.containsKey(phase.label())));
    }

    private static boolean changed(List<String> columns, String query) {
        return columns.stream()
                .anyMatch(column ->
                        query.matches("(?s).*(^|\\W)" + Pattern.quote(column.toLowerCase(Locale.ROOT)) + "(\\W|$).*"));
    }

    private static Phase phase(Kind kind, String label, long bytes, double seconds) {
        return new Phase(kind, label, bytes, Math.max(AT_LEAST, seconds));
    }

    /** As long as they took then; a phase that was not rehearsed stands to the others as it was expected to. */
    private static List<Phase> rehearsed(List<Phase> phases, Map<String, Duration> rehearsal) {
        double expected = 0;
        double took = 0;
        for (Phase phase : phases) {
            Duration then = rehearsal.get(phase.label());
            expected += then == null ? 0 : phase.seconds();
            took += then == null ? 0 : seconds(then);
        }
        double slower = expected == 0 || took == 0 ? 1 : took / expected;
        return phases.stream()
                .map(phase -> {
                    Duration then = rehearsal.get(phase.label());
                    double seconds = then == null ? phase.seconds() * slower : seconds(then);
                    return phase(phase.kind(), phase.label(), phase.bytes(), seconds);
                })
                .toList();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
