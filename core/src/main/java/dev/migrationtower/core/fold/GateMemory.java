package dev.migrationtower.core.fold;

import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.View.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a gate stands, as it was last told.
 *
 * @param revision at which the result, a count, or what it asks for last changed
 * @param since since when it says what it says
 * @param allMetSince since when everything it asks for is met without a break
 * @param said what people said about it as it stands; a gate that changes asks again
 */
public record GateMemory(
        GateResult result,
        long revision,
        Instant since,
        @Nullable Instant allMetSince,
        Tally tally,
        List<Said> said) {

    public GateMemory {
        said = List.copyOf(said);
    }

    static GateMemory closed(long revision, Instant now) {
        return new GateMemory(GateResult.NO_GO, revision, now, null, Tally.NONE, List.of());
    }

    /** As it says, but asked anew: nobody saw or said anything of what it asks for now, and it is met for no time yet. */
    GateMemory anew(long newRevision) {
        return new GateMemory(result, newRevision, since, null, tally, List.of());
    }

    GateMemory saying(List<Said> newSaid) {
        return new GateMemory(result, revision, since, allMetSince, tally, newSaid);
    }
}
