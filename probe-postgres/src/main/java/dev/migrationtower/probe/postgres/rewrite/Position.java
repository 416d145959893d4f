package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.rewrite.Sighting.Table;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Where in its work a statement stands.
 *
 * @param phase its number
 * @param written bytes of this phase
 * @param byFiles whether files say so, which are the statement's own; else the growth of the whole database
 */
record Position(int phase, long written, boolean byFiles) {

    /**
     * @param before files that the transaction had made before this statement
     * @param grown by how many bytes the database grew since the statement began
     */
    static Position of(Work work, Table table, Sighting now, Set<Long> before, long grown) {
        int last = work.phases().size() - 1;
        int indexes = (int) work.phases().stream()
                .filter(phase -> phase.kind() == Phase.Kind.INDEX)
                .count();
        if (table.toast() != 0 && now.seen().contains(table.toast())) {
            return new Position(last, 0, now.files() != null);
        }
        return now.files() == null
                ? byGrowth(work, table, now, indexes, grown)
                : byFiles(now.files(), now, before, indexes);
    }

    /** A new heap and its TOAST are named after the relation that we see locked; an index that is built gets a file of its own. */
    private static Position byFiles(SortedMap<Long, Long> files, Sighting now, Set<Long> before, int indexes) {
        long heap = 0;
        int built = 0;
        long newest = 0;
        for (var file : files.entrySet()) {
            if (before.contains(file.getKey())) {
                continue;
            }
            if (now.unseen().contains(file.getKey())) {
                heap += file.getValue();
            } else {
                built++;
                newest = file.getValue();
            }
        }
        return built == 0 ? new Position(0, heap, true) : new Position(Math.min(built, indexes), newest, true);
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
        return new Position(phase, Math.max(0, rest), false);
    }
}
