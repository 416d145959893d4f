package dev.migrationtower.probe.postgres.room;

import java.util.List;

/**
 * The room that a rewrite takes beside what is there, until its commit: a new copy of every table and index of the transaction, its
 * WAL, and the temporary files of the largest sort. The old copies go with the commit, and not before.
 *
 * @param atLeast bytes, when rows do not grow, sorts stay in memory and the WAL is recycled
 * @param atMost bytes, when each row and each entry of an index grows by eight bytes (int to bigint, with padding), the largest index is
 *     sorted on disk, and a standby, a slot or an archive keeps all of the WAL
 */
record Need(long atLeast, long atMost) {
    private static final int GROWTH = 8;
    /** WAL is its payload and its headers: a fifth more is assumed, not measured. */
    private static final double WAL = 1.2;

    static Need of(List<TableSize> tables, Space space) {
        long copied = tables.stream().mapToLong(TableSize::copied).sum() * space.block();
        double rows = tables.stream().mapToDouble(TableSize::rows).sum();
        long grown = copied + Math.round(rows * GROWTH * 2);
        long sorted = tables.stream().mapToLong(TableSize::largest).max().orElse(0) * space.block();
        long wal = space.logs() ? Math.round(grown * WAL) : 0;
        long recycled = Math.max(0, Math.min(wal, space.recycled()) - space.wal());
        return new Need(copied + recycled, grown + wal + Math.round(sorted * WAL));
    }
}
