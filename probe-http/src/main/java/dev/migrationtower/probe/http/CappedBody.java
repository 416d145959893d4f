package dev.migrationtower.probe.http;

import io.vertx.core.buffer.Buffer;

/**
 * A body as it comes in. Its beginning is kept; a longer one is read on for a while, to tell one that is merely large from one that
 * never ends. For one thread.
 */
final class CappedBody {
    /** How much is kept: 256 KiB. */
    static final int KEPT = 256 * 1024;
    /** How much is read: beyond 4 MiB a body counts as endless. */
    static final int READ = 4 * 1024 * 1024;

    private final Buffer kept = Buffer.buffer();
    private long length;

    /** @throws EndlessBodyException if it is too much */
    void add(Buffer part) throws EndlessBodyException {
        length += part.length();
        if (length > READ) {
            throw new EndlessBodyException("the body is longer than " + READ + " bytes");
        }
        kept.appendBuffer(part, 0, Math.min(part.length(), KEPT - kept.length()));
    }

    byte[] bytes() {
        return kept.getBytes();
    }

    boolean cut() {
        return length > KEPT;
    }
}
