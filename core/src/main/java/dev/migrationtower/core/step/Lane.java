package dev.migrationtower.core.step;

import dev.migrationtower.core.plan.Estimate;
import dev.migrationtower.core.plan.Script;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.State;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a lane stands at a moment, derived from what is remembered of it.
 *
 * @param changesAt when time alone makes its state another one; absent: never
 * @param percent its steps, weighted by how long half of them take ({@code p50}); a step that does not say how far it is counts only
 *     when it is done. Absent if a step has no estimate
 * @param failure what failed while no step ran; absent: nothing
 * @param unmatched how many of its lines nobody understood, at least
 * @param samples the newest of those
 */
public record Lane(
        String id,
        State state,
        @Nullable Instant changesAt,
        @Nullable Instant aliveAt,
        @Nullable Double percent,
        List<StepView> steps,
        @Nullable String failure,
        int unmatched,
        List<String> samples,
        Watch watch) {

    public Lane {
        steps = List.copyOf(steps);
        samples = List.copyOf(samples);
    }

    /** What follows from the memory. */
    public static Lane of(Script script, String id, LaneMemory memory, Watch watch) {
        Course course = Course.of(script, memory.signs());
        Silence silence = silence(script, course, memory, watch);
        State early = memory.aliveAt() == null ? State.PENDING : State.ALIVE;
        List<StepView> steps = course.views();
        return new Lane(
                id,
                course.failed()
                        ? State.FAILED
                        : course.finished()
                                ? State.FINISHED
                                : silence != null ? silence.state(watch.now(), early) : unwatched(early, watch),
                silence == null ? null : silence.changesAt(watch.now()),
                memory.aliveAt(),
                percent(script, steps),
                steps,
                course.failure() == null ? null : course.failure().text(),
                memory.unmatched().count(),
                memory.unmatched().samples(),
                watch);
    }

    /** One of which nothing was heard. */
    public static Lane unheard(String id, Watch watch) {
        return new Lane(id, State.PENDING, null, null, null, List.of(), null, 0, List.of(), watch);
    }

    /** What stands for the lines that belong to no lane: it has no steps, and its silence means nothing. */
    public static Lane ofStrays(String id, LaneMemory memory, Watch watch) {
        return new Lane(
                id,
                State.ALIVE,
                null,
                memory.aliveAt(),
                null,
                List.of(),
                null,
                memory.unmatched().count(),
                memory.unmatched().samples(),
                watch);
    }

    /** Null if silence means nothing: it is over, nobody waits, nobody could hear, or the script has no heartbeat. */
    private static @Nullable Silence silence(Script script, Course course, LaneMemory memory, Watch watch) {
        boolean over = course.failed() || course.finished();
        Instant begun = watch.since();
        Script.Heartbeat heartbeat = script.heartbeat();
        return over || !watch.seen() || begun == null || heartbeat == null
                ? null
                : new Silence(newest(begun, memory.aliveAt()), heartbeat);
    }

    private static State unwatched(State early, Watch watch) {
        boolean pending = early == State.PENDING && watch.since() == null;
        return watch.seen() || pending ? early : State.UNKNOWN;
    }

    private static Instant newest(Instant begun, @Nullable Instant aliveAt) {
        return aliveAt == null || aliveAt.isBefore(begun) ? begun : aliveAt;
    }

    private static @Nullable Double percent(Script script, List<StepView> steps) {
        double done = 0;
        double all = 0;
        for (int i = 0; i < steps.size(); i++) {
            Estimate estimate = script.steps().get(i).estimate();
            if (estimate == null) {
                return null;
            }
            Double percent = steps.get(i).percent();
            double weight = estimate.p50().toMillis();
            done += weight * (percent == null ? 0 : percent);
            all += weight;
        }
        boolean finished = steps.stream().allMatch(step -> step.state() == StepState.DONE);
        return finished ? (Double) 100.0 : all == 0 ? null : (Double) Math.min(done / all, Sign.ALMOST);
    }

    /** How long there was no sign of life, counted from the start of the phase if there was none before. */
    Duration silentFor() {
        Instant begun = watch.since() == null ? watch.now() : watch.since();
        return Duration.between(newest(begun, aliveAt), watch.now());
    }

    /**
     * Whether a step is done: unknown if it is not, as far as anybody saw, but nobody can see.
     *
     * @throws IllegalArgumentException if the script has no such step
     */
    public Verdict standing(String step) {
        StepView view = steps.stream()
                .filter(candidate -> candidate.id().equals(step))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("lane " + id + " has no step " + step));
        return view.state() == StepState.DONE ? Verdict.MET : watch.seen() ? Verdict.NOT_MET : Verdict.UNKNOWN;
    }

    /**
     * The lane as it is shown.
     *
     * @param before as it was shown, to know since when it is in its state; null: never
     */
    public LaneView view(@Nullable LaneView before) {
        Instant since = before != null && before.state() == state ? before.since() : watch.now();
        return new LaneView(id, state, since, aliveAt, percent, steps, unmatched, samples);
    }
}
