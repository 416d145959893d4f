package dev.migrationtower.dashboard.access;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.migrationtower.events.Action;
import java.util.Locale;
import java.util.Set;

/** What somebody may do, and who may. */
public enum Right {
    /** Say what was done and what is to be known. */
    TELL(Role.OPERATOR, Role.APPROVER, Role.ADMIN),
    /** Say go or no-go; where the plan names people for it, they alone. */
    DECIDE(Role.OPERATOR, Role.APPROVER, Role.ADMIN),
    /** Start, end and change the course of a run. */
    OPERATE(Role.OPERATOR, Role.ADMIN),
    /** Say what a run is, and who sees it. */
    ADMINISTER(Role.ADMIN);

    private final Set<Role> roles;

    Right(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The right that it takes to ask for this. */
    public static Right toAsk(Action action) {
        return switch (action) {
            case Action.Comment ignored -> TELL;
            case Action.Done ignored -> TELL;
            case Action.Undone ignored -> TELL;
            case Action.Go ignored -> DECIDE;
            case Action.NoGo ignored -> DECIDE;
            case Action.Withdraw ignored -> DECIDE;
            case Action.Start ignored -> OPERATE;
            case Action.Abort ignored -> OPERATE;
            case Action.Resume ignored -> OPERATE;
            case Action.Waive ignored -> OPERATE;
            case Action.Unwaive ignored -> OPERATE;
            case Action.Skip ignored -> OPERATE;
            case Action.Unskip ignored -> OPERATE;
            case Action.Fail ignored -> OPERATE;
            case Action.Unfail ignored -> OPERATE;
            case Action.BeginRollback ignored -> OPERATE;
            case Action.AbandonRollback ignored -> OPERATE;
            case Action.Announce ignored -> OPERATE;
            case Action.Unannounce ignored -> OPERATE;
            case Action.LoadPlan ignored -> ADMINISTER;
            case Action.OpenWall ignored -> ADMINISTER;
            case Action.CloseWall ignored -> ADMINISTER;
        };
    }

    /** Whether one of these roles has it. */
    boolean isOf(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }

    /** The roles that have it, in words: {@code operator or admin}. */
    String whose() {
        return String.join(" or ", roles.stream().sorted().map(Role::word).toList());
    }

    /** The word on the wire. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
