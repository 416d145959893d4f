package dev.migrationtower.core.plan;

import dev.migrationtower.events.Text;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of the run, closed by its gate. */
public record Phase(String id, Text title, @Nullable Duration estimate, Gate gate) {

    /**
     * What closes a phase.
     *
     * @param require all of them, at least one
     * @param sustain how long all of them must have been met
     * @param hold what stays watched afterwards; absent: nothing
     * @param decision who must say go; absent: the gate passes by itself
     */
    public record Gate(
            List<Criterion> require,
            Duration sustain,
            @Nullable Hold hold,
            @Nullable Decision decision) {
        public Gate {
            require = List.copyOf(require);
        }
    }

    /** Every item of the check is in the state. */
    public record Criterion(String check, String state) {}

    /**
     * The gate's criteria stay expected after it was passed.
     *
     * @param until the phase at whose start the watching ends
     * @param expecting the state expected meanwhile, instead of the one that was required
     */
    public record Hold(String until, @Nullable String expecting) {}

    /** A person's word. */
    public record Decision(@Nullable String role, int approvals, Text question) {}
}
