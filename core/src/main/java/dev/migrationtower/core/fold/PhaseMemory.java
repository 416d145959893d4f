package dev.migrationtower.core.fold;

import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.TaskView.DoneBy;
import dev.migrationtower.events.WaiverView;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a phase stands.
 *
 * @param revision of the newest event about it
 * @param breaches how many held expectations of it are breached
 * @param reason why it was skipped or failed
 */
public record PhaseMemory(
        String id,
        long revision,
        PhaseState state,
        Times times,
        int breaches,
        @Nullable String reason,
        People people,
        Following following,
        GateMemory gate) {

    /** @param waited how much of the time it waited for people's decision; without the waiting that goes on since {@code waitingSince} */
    public record Times(
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            Duration waited,
            @Nullable Instant waitingSince) {
        static final Times NONE = new Times(null, null, Duration.ZERO, null);

        Times starting(Instant now) {
            return new Times(startedAt == null ? now : startedAt, null, waited, null);
        }

        Times ending(Instant now) {
            Times still = waiting(false, now);
            return new Times(startedAt, endedAt == null ? now : endedAt, still.waited, null);
        }

        Times waiting(boolean waits, Instant now) {
            if (waits) {
                return waitingSince == null ? new Times(startedAt, endedAt, waited, now) : this;
            }
            return waitingSince == null
                    ? this
                    : new Times(startedAt, endedAt, waited.plus(Duration.between(waitingSince, now)), null);
        }
    }

    /**
     * What people did in it.
     *
     * @param authors who had a part in it: said go or no-go, did a task, let it begin
     * @param tasks those that are done, by id
     */
    public record People(SortedSet<String> authors, Map<String, DoneBy> tasks, List<WaiverView> waivers) {
        static final People NONE = new People(new TreeSet<>(), Map.of(), List.of());

        public People {
            authors = Collections.unmodifiableSortedSet(new TreeSet<>(authors));
            tasks = Collections.unmodifiableMap(new TreeMap<>(tasks));
            waivers = List.copyOf(waivers);
        }

        People with(String author) {
            SortedSet<String> all = new TreeSet<>(authors);
            all.add(author);
            return new People(all, tasks, waivers);
        }

        People done(String task, DoneBy done) {
            Map<String, DoneBy> all = new TreeMap<>(tasks);
            all.put(task, done);
            return new People(authors, all, waivers);
        }

        People undone(String task) {
            Map<String, DoneBy> all = new TreeMap<>(tasks);
            all.remove(task);
            return new People(authors, all, waivers);
        }

        People waiving(List<WaiverView> newWaivers) {
            return new People(authors, tasks, newWaivers);
        }
    }

    static PhaseMemory pending(String id, long revision, Following following, Instant now) {
        return new PhaseMemory(
                id,
                revision,
                PhaseState.PENDING,
                Times.NONE,
                0,
                null,
                People.NONE,
                following,
                GateMemory.closed(revision, now));
    }

    /** Whether it is under way. */
    boolean current() {
        return state == PhaseState.ACTIVE || state == PhaseState.AWAITING_DECISION;
    }

    /** Whether a waiver takes this criterion in. */
    boolean waives(Criterion criterion) {
        return people.waivers().stream().anyMatch(waiver -> criterion.isMeantBy(waiver.criterion()));
    }

    PhaseMemory at(long newRevision) {
        return new PhaseMemory(id, newRevision, state, times, breaches, reason, people, following, gate);
    }

    PhaseMemory being(PhaseState newState, Times newTimes, @Nullable String newReason) {
        return new PhaseMemory(id, revision, newState, newTimes, breaches, newReason, people, following, gate);
    }

    PhaseMemory breached(int newBreaches) {
        return new PhaseMemory(id, revision, state, times, newBreaches, reason, people, following, gate);
    }

    /** Whether time may still change what is known of its script: it is under way or ahead. */
    boolean isOpen() {
        return current() || state == PhaseState.PENDING;
    }

    PhaseMemory with(GateMemory newGate) {
        return new PhaseMemory(id, revision, state, times, breaches, reason, people, following, newGate);
    }

    PhaseMemory with(People newPeople) {
        return new PhaseMemory(id, revision, state, times, breaches, reason, newPeople, following, gate);
    }

    PhaseMemory with(Following newFollowing) {
        return new PhaseMemory(id, revision, state, times, breaches, reason, people, newFollowing, gate);
    }

    /** As if it had not begun; what people did ahead and what was seen of its script stays. */
    PhaseMemory unbegun(long atRevision, Instant now) {
        SortedSet<String> ahead = new TreeSet<>();
        people.tasks().values().forEach(done -> ahead.add(done.by()));
        return pending(id, atRevision, following, now)
                .at(revision)
                .with(new People(ahead, people.tasks(), people.waivers()));
    }

    /** Whether nothing came of it since it began: nobody said or did anything, and no step of its script was seen. */
    boolean isUntouched() {
        Instant begun = times.startedAt();
        boolean worked = people.tasks().values().stream()
                .anyMatch(done -> begun != null && !done.at().isBefore(begun));
        boolean ran = following.shown().stream()
                .flatMap(lane -> lane.steps().stream())
                .flatMap(step -> Stream.of(step.startedAt(), step.percentAt(), step.endedAt()))
                .anyMatch(at -> begun != null && at != null && !at.isBefore(begun));
        return gate.said().isEmpty() && !worked && !ran;
    }
}
