package dev.migrationtower.dashboard.record;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** How the reading of the record goes. Thread-safe. */
@Singleton
public final class RecordStatus {

    /** Where the reading stands. */
    sealed interface State {
        /** Nothing could be read so far. */
        record Waiting(String why) implements State {}

        /** What is in memory is not yet all there is. */
        record CatchingUp(long behind) implements State {}

        /** Memory and Kafka agree. */
        record Live() implements State {}

        /** All was read, and then Kafka went away: what is in memory is shown, and gets old. */
        record Lost(Instant since, String why) implements State {}

        /** The reading thread ended; only a restart mends it. */
        record Broken(String why) implements State {}
    }

    private volatile State state = new State.Waiting("Kafka was not reached yet");

    State state() {
        return state;
    }

    void change(State next) {
        state = next;
    }

    /** Kafka cannot be read, for this reason; keeps since when that is so. */
    void missing(String why, Instant now) {
        state = switch (state) {
            case State.Live ignored -> new State.Lost(now, why);
            case State.Lost lost -> new State.Lost(lost.since(), why);
            case State.Waiting ignored -> new State.Waiting(why);
            case State.CatchingUp ignored -> new State.Waiting(why);
            case State.Broken broken -> broken;
        };
    }

    /** Whether what is in memory can be shown; it may be old, see {@link #lostSince}. */
    public boolean complete() {
        return switch (state) {
            case State.Live ignored -> true;
            case State.Lost ignored -> true;
            case State.Broken ignored -> false;
            case State.Waiting ignored -> false;
            case State.CatchingUp ignored -> false;
        };
    }

    /** Whether memory and Kafka agree, and commands can be answered. */
    public boolean live() {
        return state instanceof State.Live;
    }

    /** Since when Kafka is away, if it is. */
    public Optional<Instant> lostSince() {
        return state instanceof State.Lost lost ? Optional.of(lost.since()) : Optional.empty();
    }

    /** What is missing, in a sentence for people. */
    public String inWords() {
        return switch (state) {
            case State.Waiting waiting -> waiting.why();
            case State.CatchingUp catchingUp -> "reading the record: " + catchingUp.behind() + " records behind";
            case State.Live ignored -> "the record is read as it is written";
            case State.Lost lost -> "Kafka is away since " + lost.since() + ": " + lost.why();
            case State.Broken broken -> broken.why();
        };
    }
}
