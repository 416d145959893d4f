package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Command} asks for. What can be done by mistake has its opposite. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Action.LoadPlan.class, name = "load-plan"),
    @JsonSubTypes.Type(value = Action.Start.class, name = "start"),
    @JsonSubTypes.Type(value = Action.Abort.class, name = "abort"),
    @JsonSubTypes.Type(value = Action.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = Action.Go.class, name = "go"),
    @JsonSubTypes.Type(value = Action.NoGo.class, name = "no-go"),
    @JsonSubTypes.Type(value = Action.Withdraw.class, name = "withdraw"),
    @JsonSubTypes.Type(value = Action.Waive.class, name = "waive"),
    @JsonSubTypes.Type(value = Action.Unwaive.class, name = "unwaive"),
    @JsonSubTypes.Type(value = Action.Skip.class, name = "skip"),
    @JsonSubTypes.Type(value = Action.Unskip.class, name = "unskip"),
    @JsonSubTypes.Type(value = Action.Fail.class, name = "fail"),
    @JsonSubTypes.Type(value = Action.Unfail.class, name = "unfail"),
    @JsonSubTypes.Type(value = Action.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Action.Undone.class, name = "undone"),
    @JsonSubTypes.Type(value = Action.BeginRollback.class, name = "begin-rollback"),
    @JsonSubTypes.Type(value = Action.AbandonRollback.class, name = "abandon-rollback"),
    @JsonSubTypes.Type(value = Action.Comment.class, name = "comment"),
    @JsonSubTypes.Type(value = Action.Announce.class, name = "announce"),
    @JsonSubTypes.Type(value = Action.Unannounce.class, name = "unannounce"),
    @JsonSubTypes.Type(value = Action.OpenWall.class, name = "open-wall"),
    @JsonSubTypes.Type(value = Action.CloseWall.class, name = "close-wall")
})
public sealed interface Action {

    /** Whether it is carried out only with a reason: whoever reads the record later must not have to guess. */
    default boolean needsReason() {
        return this instanceof Abort
                || this instanceof Waive
                || this instanceof Skip
                || this instanceof Fail
                || this instanceof BeginRollback;
    }

    /**
     * Load the plan, as YAML; the checks are looked at from now on.
     *
     * @param earlier what earlier runs of the same plan teach, newest first; may be empty
     */
    record LoadPlan(String yaml, RunMode mode, List<EarlierRun> earlier) implements Action {
        public LoadPlan {
            earlier = List.copyOf(earlier);
        }
    }

    /** Begin: the first phase becomes active. */
    record Start() implements Action {}

    /** End the run here, as it stands. Needs a reason. */
    record Abort() implements Action {}

    /** Go on with an aborted run. */
    record Resume() implements Action {}

    /** Approve that this phase is closed and the next begins. */
    record Go(String phase) implements Action {}

    /** Refuse it; the phase goes on, a later go is possible. */
    record NoGo(String phase) implements Action {}

    /** Take back what the author said about this phase, even if it was passed by that, as long as nothing came of it. */
    record Withdraw(String phase) implements Action {}

    /**
     * Let the gate of this phase pass without one of its criteria. Needs a reason.
     *
     * @param criterion {@code check/<check>}, {@code check/<check>/<item>}, {@code task/<task>} or {@code step/<lane>/<step>}
     * @param until when it counts again; absent: not before the waiver is taken back
     */
    record Waive(String phase, String criterion, @Nullable Instant until) implements Action {}

    /** Take the waiver of this criterion back. */
    record Unwaive(String phase, String criterion) implements Action {}

    /** Leave this phase out. Needs a reason. */
    record Skip(String phase) implements Action {}

    /** Take that back. */
    record Unskip(String phase) implements Action {}

    /** Say that this phase, which is under way, failed. Needs a reason. */
    record Fail(String phase) implements Action {}

    /** Take that back: it is under way again. */
    record Unfail(String phase) implements Action {}

    /**
     * Say that a task is done.
     *
     * @param evidence what shows it: words, a link
     */
    record Done(String phase, String task, @Nullable String evidence) implements Action {}

    /** Say that it is not. */
    record Undone(String phase, String task) implements Action {}

    /** Leave the plan's path for that of its rollback. Needs a reason. */
    record BeginRollback() implements Action {}

    /** Take that back, as long as no phase of the rollback is passed. */
    record AbandonRollback() implements Action {}

    /** Say something for the record. */
    record Comment(String text) implements Action {}

    /** Tell everybody. */
    record Announce(Text text) implements Action {}

    /** Take an announcement back: the id of the command that made it. */
    record Unannounce(String announcement) implements Action {}

    /**
     * Let a screen show the run without anybody signing in there.
     *
     * @param label where it hangs
     * @param until when that ends by itself
     */
    record OpenWall(@Nullable String label, Instant until) implements Action {}

    /** Take that back: the id of the command that opened it. */
    record CloseWall(String wall) implements Action {}
}
