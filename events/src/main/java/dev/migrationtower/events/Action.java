package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a {@link Command} asks for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Action.LoadPlan.class, name = "load-plan"),
    @JsonSubTypes.Type(value = Action.Start.class, name = "start"),
    @JsonSubTypes.Type(value = Action.Go.class, name = "go"),
    @JsonSubTypes.Type(value = Action.NoGo.class, name = "no-go"),
    @JsonSubTypes.Type(value = Action.Comment.class, name = "comment")
})
public sealed interface Action {

    /** Load the plan, as YAML; the checks are looked at from now on. */
    record LoadPlan(String yaml, RunMode mode) implements Action {}

    /** Begin: the first phase becomes active. */
    record Start() implements Action {}

    /** Approve that this phase is closed and the next begins. */
    record Go(String phase) implements Action {}

    /** Refuse it; the phase goes on, a later go is possible. */
    record NoGo(String phase) implements Action {}

    /** Say something for the record. */
    record Comment(String text) implements Action {}
}
