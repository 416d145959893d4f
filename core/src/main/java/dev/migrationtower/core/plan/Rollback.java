package dev.migrationtower.core.plan;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way back: its own phases and gates. A person begins it; a condition can only propose it.
 *
 * @param estimate how long it takes; absent: as long as its phases
 */
public record Rollback(@Nullable Estimate estimate, List<Proposal> propose, List<Phase> phases) {
    public Rollback {
        propose = List.copyOf(propose);
        phases = List.copyOf(phases);
    }

    /** How long it takes: its own estimate, else as long as its phases; null if nobody estimated any of them. */
    public @Nullable Estimate expected() {
        return estimate != null
                ? estimate
                : phases.stream()
                        .map(Phase::expected)
                        .filter(Objects::nonNull)
                        .reduce(Estimate::plus)
                        .orElse(null);
    }

    /** Once any item of the check has been in the state for so long, the rollback is proposed. */
    public record Proposal(String check, String state, Duration after) {}
}
