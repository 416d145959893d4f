package dev.migrationtower.dashboard.stream;

import io.vertx.core.buffer.Buffer;

/** The way to one browser. */
interface Wire {
    /** Whether it has more to send than it should; do not write before it has drained. */
    boolean full();

    void write(Buffer bytes);

    void close();
}
