package dev.migrationtower.notifier.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A receiver did not take a message. */
public final class UndeliveredException extends Exception {
    private final boolean lasting;
    private final @Nullable Duration retryAfter;

    private UndeliveredException(String message, boolean lasting, @Nullable Duration retryAfter) {
        super(message);
        this.lasting = lasting;
        this.retryAfter = retryAfter;
    }

    /** It may be taken later. @param retryAfter how long the receiver asks to be left alone; absent: it asks for nothing */
    static UndeliveredException forNow(String words, @Nullable Duration retryAfter) {
        return new UndeliveredException(words, false, retryAfter);
    }

    /** The receiver understood and will not take this message, however often it is asked. */
    static UndeliveredException forGood(String words) {
        return new UndeliveredException(words, true, null);
    }

    public boolean lasting() {
        return lasting;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
