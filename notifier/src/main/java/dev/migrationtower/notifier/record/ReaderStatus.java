package dev.migrationtower.notifier.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the reading of the record goes. Thread-safe. */
public final class ReaderStatus {
    /** Where the reading stands. */
    public enum State {
        /** Kafka cannot be read. */
        WAITING,
        /** Another instance tells; this one takes over when it is gone. */
        STANDING_BY,
        /** What happened is read, from so far back as is remembered. */
        READING,
        /** All is read as it is written. */
        LIVE,
        /** The reading thread ended; only a restart mends it. */
        BROKEN
    }

    private record Standing(
            State state, String words, @Nullable Instant since) {}

    private volatile Standing standing = new Standing(State.WAITING, "Kafka was not reached yet", null);

    void change(State state, String words, Instant now) {
        Standing was = standing;
        standing = new Standing(state, words, was.state() == state ? was.since() : now);
    }

    public State state() {
        return standing.state();
    }

    /** What is missing, or how it goes, in a sentence for people. */
    public String inWords() {
        Standing is = standing;
        return is.since() == null || is.state() == State.LIVE ? is.words() : is.words() + " (since " + is.since() + ")";
    }
}
