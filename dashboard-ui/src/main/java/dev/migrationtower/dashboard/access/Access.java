package dev.migrationtower.dashboard.access;

import dev.migrationtower.dashboard.access.Visitor.Anonymous;
import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.access.Visitor.Screen;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a visitor may see and do. Pure. */
public final class Access {
    private Access() {}

    /** How a visitor may look at a run; empty: not at all. */
    public static Optional<Admission> toSee(Visitor visitor, RunView run, Instant now) {
        Admission admission = switch (visitor) {
            case Person person -> new Admission(Perspective.OPERATOR, null, person.until());
            case Screen screen ->
                screen.run().equals(run.run())
                        ? new Admission(Perspective.WALL, screen.link(), screen.until())
                        : new Admission(Perspective.PUBLIC, null, null);
            case Anonymous ignored -> new Admission(Perspective.PUBLIC, null, null);
        };
        return Optional.of(admission).filter(it -> it.holds(run, now));
    }

    /**
     * Why somebody may not ask this of a run; empty if they may.
     *
     * @param run absent: there is none yet
     */
    public static Optional<Problem> objection(Person person, Action action, @Nullable RunView run) {
        Right right = Right.toAsk(action);
        if (!right.isOf(rolesIn(run, person))) {
            return Optional.of(forbidden(person.name() + " may not ask for \"" + word(action) + "\": it takes the role "
                    + right.whose() + "."));
        }
        List<String> named = run == null ? List.of() : namedFor(action, run);
        return named.isEmpty() || named.contains(person.name())
                ? Optional.empty()
                : Optional.of(forbidden("This is for " + String.join(", ", named) + " to say; the plan says so."));
    }

    /** What somebody is in this run: what they are anywhere, and an approver where its plan names them. */
    public static Set<Role> rolesIn(@Nullable RunView run, Person person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(person.roles());
        if (run != null && run.phases().stream().anyMatch(phase -> people(phase).contains(person.name()))) {
            roles.add(Role.APPROVER);
        }
        return roles;
    }

    /** What somebody may do in this run. */
    public static List<Right> rightsIn(@Nullable RunView run, Person person) {
        Set<Role> roles = rolesIn(run, person);
        return Arrays.stream(Right.values()).filter(right -> right.isOf(roles)).toList();
    }

    private static List<String> namedFor(Action action, RunView run) {
        return switch (action) {
            case Action.Go go -> named(go.phase(), run);
            case Action.NoGo noGo -> named(noGo.phase(), run);
            default -> List.of();
        };
    }

    private static List<String> named(String phase, RunView run) {
        return run.phases().stream()
                .filter(known -> known.id().equals(phase))
                .findFirst()
                .map(Access::people)
                .orElse(List.of());
    }

    private static List<String> people(PhaseView phase) {
        return phase.gate().decision() == null
                ? List.of()
                : phase.gate().decision().people();
    }

    /** What it is called on the wire. */
    private static String word(Action action) {
        return Json.mapper().valueToTree(action).path("type").asText();
    }

    private static Problem forbidden(String why) {
        return Problem.of(403, "Not yours to do", why);
    }
}
