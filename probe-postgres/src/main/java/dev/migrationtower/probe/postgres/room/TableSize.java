package dev.migrationtower.probe.postgres.room;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How large a table is, by its last VACUUM or ANALYZE, in blocks.
 *
 * @param position of its name among those that were asked for, from 1
 * @param indexes of all of them
 * @param largest of the largest
 */
record TableSize(int position, double rows, long heap, long toast, long indexes, long largest) {

    static TableSize of(ResultSet row) throws SQLException {
        return new TableSize(
                row.getInt("position"),
                row.getDouble("rows"),
                row.getLong("heap"),
                row.getLong("toast"),
                row.getLong("indexes"),
                row.getLong("largest"));
    }

    /** Whether anybody has looked at it yet: a table that nobody has analyzed seems to be empty. */
    boolean known() {
        return rows > 0 || rows == 0 && heap == 0;
    }

    /** All of it once more. */
    long copied() {
        return heap + toast + indexes;
    }
}
