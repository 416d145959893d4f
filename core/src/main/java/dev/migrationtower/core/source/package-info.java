/**
 * A YAML text that a person wrote, read so that whatever is wrong with it can be told with its place, all of it at once. Knows
 * nothing of plans. Of YAML it takes what a plain file needs: mappings, lists, text; anchors, aliases, tags and several documents
 * are refused, so that what is read is what is seen, and no file is larger than it looks.
 */
@NullMarked
package dev.migrationtower.core.source;

import org.jspecify.annotations.NullMarked;
