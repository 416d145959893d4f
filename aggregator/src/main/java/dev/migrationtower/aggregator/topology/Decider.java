package dev.migrationtower.aggregator.topology;

import dev.migrationtower.core.fold.Input;
import dev.migrationtower.core.fold.Run;
import dev.migrationtower.core.fold.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What {@link dev.migrationtower.core.fold.Fold#step} is. */
@FunctionalInterface
interface Decider {
    Step step(@Nullable Run before, Input input, Instant now);
}
