/** Where in the address space the page stands; its files are resources, under {@code web/}. */
@NullMarked
package dev.migrationtower.dashboard.page;

import org.jspecify.annotations.NullMarked;
