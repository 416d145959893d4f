package dev.migrationtower.core.step;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a script says with one line or one ping, or what a probe sees of it. */
public sealed interface Meaning {

    /** The step began. */
    record Started(String step) implements Meaning {}

    /** The step is done; committed or not is for a check to say. */
    record Finished(String step) implements Meaning {}

    /**
     * The step goes on.
     *
     * @param percent how far it is, as the script says; absent: it does not say
     */
    record Progressed(String step, @Nullable Double percent) implements Meaning {}

    /**
     * A probe sees how far the step is that runs.
     *
     * @param steps those that the probe can see; it cannot tell which of them it is
     */
    record Measured(List<String> steps, double percent) implements Meaning {
        public Measured {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Something failed.
     *
     * @param step absent: whichever runs
     */
    record Failed(@Nullable String step) implements Meaning {}

    /** Nothing but that the script is alive. */
    record Alive() implements Meaning {}

    /** The plan says that it means nothing. */
    record Ignored() implements Meaning {}

    /** The script speaks, and the plan does not understand it. */
    record Unmatched() implements Meaning {}
}
