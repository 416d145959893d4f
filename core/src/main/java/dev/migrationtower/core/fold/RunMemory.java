package dev.migrationtower.core.fold;

import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands.
 *
 * @param revision of the newest event
 * @param phases in the order of the plan
 */
public record RunMemory(
        String run,
        long revision,
        RunState state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<PhaseMemory> phases) {

    public RunMemory {
        phases = List.copyOf(phases);
    }

    /**
     * Where a phase stands.
     *
     * @param revision of the newest event about it
     * @param breaches how many held expectations of it are breached
     */
    public record PhaseMemory(
            String id,
            long revision,
            PhaseState state,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            int breaches,
            GateMemory gate) {

        static PhaseMemory pending(String id, long revision, Instant now) {
            return new PhaseMemory(id, revision, PhaseState.PENDING, null, null, 0, GateMemory.closed(revision, now));
        }

        boolean current() {
            return state == PhaseState.ACTIVE || state == PhaseState.AWAITING_DECISION;
        }

        PhaseMemory at(long newRevision) {
            return new PhaseMemory(id, newRevision, state, startedAt, endedAt, breaches, gate);
        }

        PhaseMemory starting(Instant now, GateMemory newGate) {
            return new PhaseMemory(id, revision, PhaseState.ACTIVE, now, null, breaches, newGate);
        }

        PhaseMemory passing(Instant now) {
            return new PhaseMemory(id, revision, PhaseState.PASSED, startedAt, now, breaches, gate);
        }

        PhaseMemory being(PhaseState newState) {
            return new PhaseMemory(id, revision, newState, startedAt, endedAt, breaches, gate);
        }

        PhaseMemory breached(int newBreaches) {
            return new PhaseMemory(id, revision, state, startedAt, endedAt, newBreaches, gate);
        }

        PhaseMemory with(GateMemory newGate) {
            return new PhaseMemory(id, revision, state, startedAt, endedAt, breaches, newGate);
        }
    }

    /**
     * Where a gate stands.
     *
     * @param revision at which the result or a count last changed
     * @param allMetSince since when all criteria are met without a break
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

        GateMemory counting(Tally newTally) {
            return new GateMemory(result, revision, since, allMetSince, newTally, said);
        }

        GateMemory saying(List<Said> newSaid) {
            return new GateMemory(result, revision, since, allMetSince, tally, newSaid);
        }
    }
}
