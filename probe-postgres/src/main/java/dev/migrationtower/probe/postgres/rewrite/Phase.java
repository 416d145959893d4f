package dev.migrationtower.probe.postgres.rewrite;

/**
 * A part of what a statement has to do.
 *
 * @param label for people, and by which a rehearsal knows it: {@code answers heap}, {@code answers index answers_pkey}
 * @param bytes that it will write, as far as the catalogue can tell; 0: none
 * @param seconds that it is expected to take, before anything was seen
 */
record Phase(Kind kind, String label, long bytes, double seconds) {

    enum Kind {
        /** The table is written anew, row by row. */
        HEAP,
        /** An index is sorted, during which nothing grows, and then written. */
        INDEX,
        /** The keys of all rows are looked for on the other side. Nothing is written. */
        FOREIGN_KEYS,
        /** All rows are read to check a constraint. Nothing is written. */
        CHECK,
        /** What the server tells of by itself. */
        REPORTED
    }
}
