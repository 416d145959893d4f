package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What may happen in a run; on the wire {@code dev.migrationtower.<subject>.<verb>.v1}, the type of the CloudEvent. */
public enum EventType {
    RUN_STARTED("run.started"),
    RUN_COMPLETED("run.completed"),
    RUN_ABORTED("run.aborted"),
    /** An aborted run goes on. */
    RUN_RESUMED("run.resumed"),
    RUN_ROLLED_BACK("run.rolledback"),
    /** Every check that the plan looks at is told next; all others are gone. */
    PLAN_LOADED("plan.loaded"),
    /** Another plan was loaded while the run was under way. Every check that it looks at is told next; all others are gone. */
    PLAN_CHANGED("plan.changed"),
    PLAN_REJECTED("plan.rejected"),
    PHASE_STARTED("phase.started"),
    PHASE_PASSED("phase.passed"),
    PHASE_SKIPPED("phase.skipped"),
    PHASE_FAILED("phase.failed"),
    /** Left for the rollback. */
    PHASE_ROLLED_BACK("phase.rolledback"),
    /** What passed, was skipped or failed no longer is: somebody took it back. */
    PHASE_REOPENED("phase.reopened"),
    GATE_EVALUATED("gate.evaluated"),
    DECISION_REQUESTED("decision.requested"),
    DECISION_RECORDED("decision.recorded"),
    DECISION_WITHDRAWN("decision.withdrawn"),
    /** Somebody looked and it is as it was, or nobody wants anything of it. */
    CHECK_OBSERVED("check.observed"),
    CHECK_CHANGED("check.changed"),
    CHECK_STALE("check.stale"),
    CHECK_RECOVERED("check.recovered"),
    BREACH_DETECTED("breach.detected"),
    BREACH_CLEARED("breach.cleared"),
    STEP_STARTED("step.started"),
    STEP_PROGRESSED("step.progressed"),
    STEP_FINISHED("step.finished"),
    STEP_FAILED("step.failed"),
    /** It still gives signs of life, and nothing else is new; now and then. */
    LANE_HEARD("lane.heard"),
    LANE_LATE("lane.late"),
    LANE_LOST("lane.lost"),
    /** Something failed while none of its steps ran. */
    LANE_FAILED("lane.failed"),
    LANE_RECOVERED("lane.recovered"),
    /** Nobody can see whether it is alive. */
    LANE_UNSEEN("lane.unseen"),
    LOG_UNMATCHED("log.unmatched"),
    TASK_DONE("task.done"),
    TASK_UNDONE("task.undone"),
    WAIVER_GRANTED("waiver.granted"),
    /** Taken back, or its time is over. */
    WAIVER_WITHDRAWN("waiver.withdrawn"),
    ROLLBACK_PROPOSED("rollback.proposed"),
    /** What spoke for it is no longer so. */
    ROLLBACK_UNPROPOSED("rollback.unproposed"),
    ROLLBACK_BEGUN("rollback.begun"),
    ROLLBACK_ABANDONED("rollback.abandoned"),
    FORECAST_CHANGED("forecast.changed"),
    WINDOW_WARNING("window.warning"),
    COMMAND_REJECTED("command.rejected"),
    COMMENT_POSTED("comment.posted"),
    ANNOUNCEMENT_POSTED("announcement.posted"),
    ANNOUNCEMENT_WITHDRAWN("announcement.withdrawn"),
    /** A screen may show the run without anybody signing in there. */
    WALL_OPENED("wall.opened"),
    WALL_CLOSED("wall.closed");

    private static final String PREFIX = "dev.migrationtower.";
    private static final String VERSION = ".v1";
    private static final Map<String, EventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::ceType, type -> type));

    private final String shortName;

    EventType(String shortName) {
        this.shortName = shortName;
    }

    /** Subject and verb: {@code phase.started}. */
    public String shortName() {
        return shortName;
    }

    /** Whether another plan holds from now on, so that the checks told before are no longer those of the run. */
    public boolean replacesPlan() {
        return this == PLAN_LOADED || this == PLAN_CHANGED;
    }

    /** Whether a value moved and nothing else: of such events there are many, and what happened is told without them. */
    public boolean isMovement() {
        return this == CHECK_OBSERVED || this == STEP_PROGRESSED;
    }

    /** The type of the CloudEvent: {@code dev.migrationtower.phase.started.v1}. */
    @JsonValue
    public String ceType() {
        return PREFIX + shortName + VERSION;
    }

    /**
     * The type with this CloudEvents name.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static EventType of(String ceType) {
        EventType type = BY_TYPE.get(ceType);
        if (type == null) {
            throw new IllegalArgumentException("no event has the type \"" + ceType + "\"");
        }
        return type;
    }
}
