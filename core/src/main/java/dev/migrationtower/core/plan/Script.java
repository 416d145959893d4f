package dev.migrationtower.core.plan;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The migration script of a phase, as it can be followed from outside: what it writes into its log, and where that is read. Patterns
 * are RE2 (linear time, whatever the line) and may match anywhere in a line.
 *
 * @param lanes at least one; a script without lanes has one, {@link #ONLY_LANE}
 * @param failure a line that says that the script failed; absent: none does
 * @param ignore lines that mean nothing
 * @param steps at least one, in the order of the script
 */
public record Script(
        List<Lane> lanes,
        List<Source> follow,
        @Nullable Heartbeat heartbeat,
        @Nullable Pattern failure,
        List<Pattern> ignore,
        List<Step> steps) {
    /** The id of the lane of a script that has no lanes. */
    public static final String ONLY_LANE = "main";

    public Script {
        lanes = List.copyOf(lanes);
        follow = List.copyOf(follow);
        ignore = List.copyOf(ignore);
        steps = List.copyOf(steps);
    }

    /**
     * One of several instances of the script that run side by side.
     *
     * @param host whose lines belong to it; absent: only those of a source that names the lane
     */
    public record Lane(String id, @Nullable Pattern host) {}

    /**
     * Where lines or progress are read.
     *
     * @param check the check of the plan that looks there; it has one item, named as the check
     * @param lane to which all that is read belongs; absent: the host of each line decides
     * @param progressOf the steps whose progress the probe itself can tell; empty if it reads lines
     */
    public record Source(String check, @Nullable String lane, List<String> progressOf) {
        public Source {
            progressOf = List.copyOf(progressOf);
        }

        /** Whether lines that are read here can belong to this lane. */
        boolean reaches(Lane other) {
            return lane == null ? other.host() != null : lane.equals(other.id());
        }
    }

    /** The line of a script that is alive, and how long its silence means nothing. */
    public record Heartbeat(Pattern match, Duration lateAfter, Duration lostAfter) {}

    /**
     * One step.
     *
     * @param start the line at its start; absent: none is written
     * @param done the line at its end; absent: none is written, a ping or a person says so
     * @param progress a line in between, with a group {@code percent}, or the groups {@code done} and {@code total}
     */
    public record Step(
            String id,
            @Nullable Pattern start,
            @Nullable Pattern done,
            @Nullable Pattern progress,
            @Nullable Estimate estimate) {}
}
