package dev.migrationtower.notifier.report;

import java.io.IOException;

/** Where pages are kept. */
interface Wiki {
    /**
     * Sees to it that the page stands there as it is now: makes it, or puts it in the place of the one of the same title. Does
     * nothing if it stands there already.
     *
     * @throws IOException if it cannot, in words
     */
    void put(Page page) throws IOException, InterruptedException;
}
