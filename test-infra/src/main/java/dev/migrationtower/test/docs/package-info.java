/** The pages of the documentation, and what on them is to be tried. */
@NullMarked
package dev.migrationtower.test.docs;

import org.jspecify.annotations.NullMarked;
