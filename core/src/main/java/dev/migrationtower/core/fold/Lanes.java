package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Script;
import dev.migrationtower.core.step.Happenings;
import dev.migrationtower.core.step.Heard;
import dev.migrationtower.core.step.Hearing;
import dev.migrationtower.core.step.Lane;
import dev.migrationtower.core.step.LaneMemory;
import dev.migrationtower.core.step.Watch;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the scripts of the phases. */
final class Lanes {
    /** How often what moves without changing a state is told. */
    private static final Duration TOLD_AT_MOST_EVERY = Duration.ofMillis(500);
    /** How often it is told that a lane is still alive, and nothing else. */
    private static final Duration ALIVE_TOLD_EVERY = Duration.ofSeconds(10);

    private final Turn turn;

    Lanes(Turn turn) {
        this.turn = turn;
    }

    /** What is known of the script of a phase before anything was heard of it. */
    static Following silent(Phase phase, Instant now) {
        Script script = phase.script();
        return script == null
                ? Following.NOTHING
                : new Following(
                        Map.of(),
                        script.lanes().stream()
                                .map(lane -> Lane.of(script, lane.id(), LaneMemory.SILENT, new Watch(null, true, now))
                                        .view(null))
                                .toList(),
                        null,
                        null);
    }

    /** Takes in what one observation tells of the scripts, if it tells anything. */
    void take(Observation observation) {
        Instant startedAt = turn.memory().startedAt();
        if (startedAt == null) {
            return; // what was written before the run is of another one
        }
        boolean ping = observation.outcome() instanceof Outcome.Ping;
        for (int i = 0; i < turn.phases().size(); i++) {
            Script script = turn.derived.phases.get(i).script();
            if (script != null && (ping || follows(script, observation.check()))) {
                hear(i, Hearing.of(script, observation, startedAt, turn.now));
            }
        }
    }

    private static boolean follows(Script script, String check) {
        return script.follow().stream().anyMatch(source -> source.check().equals(check));
    }

    private void hear(int index, Hearing hearing) {
        hear(
                index,
                Following.STRAYS,
                hearing.strays().stream().map(Heard::stray).toList());
        hearing.lanes().forEach((lane, heard) -> hear(index, lane, heard));
    }

    private void hear(int index, String lane, List<Heard> heard) {
        if (!heard.isEmpty()) {
            Following following = turn.phase(index).following();
            LaneMemory memory = following.lane(lane).hearing(heard);
            turn.phase(index, phase -> phase.with(following.hearing(lane, memory)));
        }
    }

    // --- what follows from it

    void settle() {
        if (turn.memory().startedAt() == null || !turn.inProgress()) {
            return;
        }
        for (int i = 0; i < turn.phases().size(); i++) {
            Script script = turn.derived.phases.get(i).script();
            if (script != null && mayHaveChanged(i, script)) {
                settle(i, script);
            }
        }
    }

    private boolean mayHaveChanged(int index, Script script) {
        PhaseMemory is = turn.phase(index);
        if (!is.isOpen()) {
            return false; // what is over stays as it was
        }
        PhaseMemory was = turn.phaseBefore(index);
        Instant changesAt = is.following().changesAt();
        return !is.following().lanes().equals(was.following().lanes())
                || is.state() != was.state()
                || (changesAt != null && !changesAt.isAfter(turn.now))
                || script.follow().stream().flatMap(this::keys).anyMatch(turn::isTouched);
    }

    private Stream<CheckKey> keys(Script.Source source) {
        return Derived.keys(turn.run, turn.derived.plan.check(source.check())).stream();
    }

    private void settle(int index, Script script) {
        List<LaneView> known = turn.phase(index).following().shown();
        List<LaneView> shown = new ArrayList<>();
        List<LaneEvent> events = new ArrayList<>();
        List<Lane> lanes = lanes(index, script);
        for (Lane lane : lanes) {
            LaneView before = known.stream()
                    .filter(view -> view.id().equals(lane.id()))
                    .findFirst()
                    .orElse(null);
            shown.add(lane.view(before));
            Lane told = before == null ? Lane.unheard(lane.id(), lane.watch()) : asShown(before, lane.watch());
            Happenings.between(told, lane)
                    .forEach(happening ->
                            events.add(LaneEvent.of(turn.phase(index).id(), happening)));
        }
        for (Criterion criterion : turn.derived.criteria(index).all()) {
            if (criterion instanceof Criterion.OfStep step) {
                turn.stands(index, step, Standings.standing(shown, step));
            }
        }
        Instant changesAt = Stream.concat(
                        Stream.ofNullable(tell(index, shown, events)),
                        lanes.stream().map(Lane::changesAt).filter(Objects::nonNull))
                .min(Comparator.naturalOrder())
                .orElse(null);
        turn.phase(index, phase -> phase.with(phase.following().changingAt(changesAt)));
    }

    /** Those of the script, in its order, and if there are lines that belong to none, one more that stands for those. */
    private List<Lane> lanes(int index, Script script) {
        Following following = turn.phase(index).following();
        List<Lane> lanes = new ArrayList<>();
        for (Script.Lane planned : script.lanes()) {
            Watch watch = new Watch(beganAt(index), isSeen(script, planned.id()), turn.now);
            lanes.add(Lane.of(script, planned.id(), following.lane(planned.id()), watch));
        }
        if (following.lanes().containsKey(Following.STRAYS)) {
            lanes.add(
                    Lane.ofStrays(Following.STRAYS, following.lane(Following.STRAYS), new Watch(null, true, turn.now)));
        }
        return lanes;
    }

    /** Tells what happened; what may wait does, and the time to which is the answer. */
    private @Nullable Instant tell(int index, List<LaneView> shown, List<LaneEvent> events) {
        Following following = turn.phase(index).following();
        if (shown.equals(following.shown())) {
            return null;
        }
        Duration pause = events.isEmpty() ? ALIVE_TOLD_EVERY : TOLD_AT_MOST_EVERY;
        Instant shownAt = following.shownAt();
        Instant next = shownAt == null ? turn.now : shownAt.plus(pause);
        if (events.stream().allMatch(LaneEvent::mayWait) && next.isAfter(turn.now)) {
            return next;
        }
        turn.phase(index, phase -> phase.with(phase.following().showing(shown, turn.now)));
        if (events.isEmpty()) {
            turn.tellPhase(index, EventType.LANE_HEARD, "the script gives signs of life");
        }
        events.forEach(it -> turn.tellPhase(index, it.type(), it.subject(), it.words()));
        return null;
    }

    /** Nobody waits for signs of a script before its phase, and after it. */
    private @Nullable Instant beganAt(int index) {
        PhaseMemory phase = turn.phase(index);
        return phase.current() ? phase.times().startedAt() : null;
    }

    /** A script that only pings can always be heard. What measures a step sees the database work, and hears no script. */
    private boolean isSeen(Script script, String lane) {
        List<Script.Source> logs = script.follow().stream()
                .filter(source -> source.progressOf().isEmpty())
                .toList();
        return logs.isEmpty()
                || logs.stream()
                        .filter(source -> source.lane() == null || lane.equals(source.lane()))
                        .flatMap(this::keys)
                        .map(turn::check)
                        .anyMatch(CheckState::isSeen);
    }

    /** The lane as it was last told, to see what happened since. */
    private static Lane asShown(LaneView view, Watch watch) {
        boolean stepFailed = view.steps().stream().anyMatch(step -> step.state() == StepState.FAILED);
        return new Lane(
                view.id(),
                view.state(),
                null,
                view.aliveAt(),
                view.percent(),
                view.steps(),
                view.state() == LaneView.State.FAILED && !stepFailed ? "told" : null,
                view.unmatched(),
                view.samples(),
                watch);
    }
}
