/** Did it happen: what the catalogue says of columns, sequences, indexes, constraints and statistics. No table is touched. */
@NullMarked
package dev.migrationtower.probe.postgres.catalogue;

import org.jspecify.annotations.NullMarked;
