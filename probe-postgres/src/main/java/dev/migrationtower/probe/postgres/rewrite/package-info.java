/**
 * How far a rewrite is. {@code RewriteApi} asks, a {@code Sighting} is what came of it, {@code Work} is what a statement will have to
 * do, {@code Position} says where in it the sighting stands, {@code Estimator} makes progress and what is left of it, and
 * {@code Rewrite} keeps what has to be remembered between two looks. But for {@code RewriteApi} all of it is pure.
 *
 * <p>An {@code ALTER TABLE} tells nothing itself. What is known of it: its statement; the files that grow and that no relation has
 * yet, or the growth of the database; and its locks, since an index is locked when its turn comes, and the table's TOAST after the
 * last of them, just before foreign keys are checked. So it was seen to be on 12, 14, 16, 17 and 18.
 */
@NullMarked
package dev.migrationtower.probe.postgres.rewrite;

import org.jspecify.annotations.NullMarked;
