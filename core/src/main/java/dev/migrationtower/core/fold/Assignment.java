package dev.migrationtower.core.fold;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;

/** What the probes are to do from now on. */
public sealed interface Assignment {

    /** Which item of which check. */
    CheckKey key();

    /** Look at it, in this way. */
    record Watch(CheckSpec spec) implements Assignment {
        @Override
        public CheckKey key() {
            return spec.key();
        }
    }

    /** Do not look at it any more. */
    record Unwatch(CheckKey key) implements Assignment {}
}
