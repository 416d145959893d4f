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
    PLAN_LOADED("plan.loaded"),
    PLAN_REJECTED("plan.rejected"),
    PHASE_STARTED("phase.started"),
    PHASE_PASSED("phase.passed"),
    GATE_EVALUATED("gate.evaluated"),
    DECISION_REQUESTED("decision.requested"),
    DECISION_RECORDED("decision.recorded"),
    CHECK_OBSERVED("check.observed"),
    CHECK_CHANGED("check.changed"),
    CHECK_STALE("check.stale"),
    CHECK_RECOVERED("check.recovered"),
    BREACH_DETECTED("breach.detected"),
    BREACH_CLEARED("breach.cleared"),
    COMMAND_REJECTED("command.rejected"),
    COMMENT_POSTED("comment.posted");

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
