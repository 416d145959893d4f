package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.rewrite.Phase.Kind;
import dev.migrationtower.probe.postgres.rewrite.Sighting.Table;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where in its work a statement stands.
 *
 * @param phase its number
 * @param written bytes of this phase
 * @param ground what it is known by
 */
record Position(int phase, long written, Ground ground) {

    enum Ground {
        /** Files that belong to no relation yet. */
        FILES,
        /** The growth of the whole database. */
        GROWTH,
        /** The server's own report. */
        SERVER,
        /** What the statement says, and how long it takes. */
        STATEMENT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * By whatever tells.
     *
     * @param before files that the transaction had made before this statement
     * @param grown by how many bytes the database grew since the statement began
     * @param earlier where it stood at the look before; absent: this is the first one
     */
    static Position of(Work work, Table table, Sighting now, Set<Long> before, long grown, @Nullable Position earlier) {
        if (work.count(Kind.REPORTED) > 0) {
            // between two phases that it reports, and when it is just over, it is where it was
            int known = earlier == null ? 0 : earlier.phase();
            int told = now.reported() == null
                    ? known
                    : work.numberOf(now.reported().phase()).orElse(known);
            return new Position(told, 0, Ground.SERVER);
        }
        if (work.phases().size() == 1 && work.phases().getFirst().kind() == Kind.CHECK) {
            return new Position(0, 0, Ground.STATEMENT);
        }
        int last = work.phases().size() - 1;
        int indexes = work.count(Kind.INDEX);
        if (table.toast() != 0 && now.seen().contains(table.toast())) {
            return new Position(last, 0, now.files() == null ? Ground.GROWTH : Ground.FILES);
        }
        Position at = now.files() == null
                ? byGrowth(work, table, now, indexes, grown)
                : byFiles(now.files(), now, before, indexes);
        return table.toast() == 0 && at.restsAfter(earlier, indexes) ? new Position(last, at.written, at.ground) : at;
    }

    /** A table that has no TOAST locks none at the end: the last of its indexes was written when it grows no more. */
    private boolean restsAfter(@Nullable Position earlier, int indexes) {
        return earlier != null
                && phase >= indexes
                && earlier.phase >= indexes
                && written > 0
                && written == earlier.written;
    }

    /**
     * A new heap and its TOAST are named after the relation that we see locked; an index that is built gets a file of its own. What
     * others make is named after relations that they have locked.
     */
    private static Position byFiles(SortedMap<Long, Long> files, Sighting now, Set<Long> before, int indexes) {
        long heap = 0;
        int built = 0;
        long newest = 0;
        for (var file : files.entrySet()) {
            if (before.contains(file.getKey()) || now.others().unseen().contains(file.getKey())) {
                continue;
            }
            if (now.unseen().contains(file.getKey())) {
                heap += file.getValue();
            } else {
                built++;
                newest = file.getValue();
            }
        }
        return built == 0
                ? new Position(0, heap, Ground.FILES)
                : new Position(Math.min(built, indexes), newest, Ground.FILES);
    }

    private static Position byGrowth(Work work, Table table, Sighting now, int indexes, long grown) {
        List<Long> kept = table.indexes().stream()
                .filter(index -> work.phases().subList(1, 1 + work.kept()).stream()
                        .anyMatch(phase -> phase.label().equals(table.name() + " index " + index.name())))
                .map(Sighting.Index::oid)
                .toList();
        int phase = (int) kept.stream().filter(now.seen()::contains).count();
        long rest = grown;
        for (int i = 0; i < phase; i++) {
            rest -= work.phases().get(i).bytes();
        }
        // Those that are made anew are locked from the beginning: their turn has come when what is before them was
        // written.
        while (phase >= work.kept()
                && phase < indexes
                && rest >= work.phases().get(phase).bytes()) {
            rest -= work.phases().get(phase).bytes();
            phase++;
        }
        return new Position(phase, Math.max(0, rest), Ground.GROWTH);
    }
}
