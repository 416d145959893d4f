package dev.migrationtower.probe.postgres.room;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What is taken now, in bytes.
 *
 * @param data of all databases, with their temporary files
 * @param block how long a block is
 * @param logs whether a rewrite is written to the WAL as well ({@code wal_level} above {@code minimal})
 * @param recycled how much WAL is kept when nobody wants it ({@code max_wal_size})
 */
record Space(long data, long wal, long block, boolean logs, long recycled) {

    static Space of(ResultSet row) throws SQLException {
        return new Space(
                row.getLong("data"),
                row.getLong("wal"),
                row.getLong("block"),
                row.getBoolean("logs"),
                row.getLong("recycled"));
    }

    long used() {
        return data + wal;
    }
}
