package dev.migrationtower.core.plan;

import dev.migrationtower.core.plan.Requirement.AtLeast;
import dev.migrationtower.core.plan.Requirement.InState;
import dev.migrationtower.core.plan.Requirement.StepsDone;
import dev.migrationtower.core.plan.Requirement.TasksDone;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the gate of one phase requires. */
record Requirements(KnownChecks checks, List<Deviation> deviations, PhaseOutline phase) {
    /** Stands in for what could not be read. */
    private static final AtLeast NOTHING = AtLeast.all(List.of(new InState("", "", false)));

    private static final Pattern ALL = Pattern.compile("all");

    private enum Side {
        DURING,
        AFTER
    }

    /** All that stands in this list. */
    AtLeast read(Value require) {
        if (require.present() && require.isEmptyList()) {
            require.refuse("a gate requires at least one thing, like {check: app, is: closed}");
        }
        return all(allOf(require));
    }

    /** What one criterion asks for, all of it; empty if that was not to be read. */
    private List<Requirement> criterion(Value place) {
        return place.named("criterion", value -> value.mapping(this::criterion)).orElse(List.of());
    }

    private List<Requirement> criterion(Fields criterion) {
        SequencedMap<String, Function<Value, List<Requirement>>> kinds = new LinkedHashMap<>();
        kinds.put("check", check -> inState(check, criterion.required("is")));
        kinds.put("tasks", which -> done(which, "task", phase.tasks(), TasksDone::new));
        kinds.put("steps", which -> done(which, "step", phase.steps(), StepsDone::new));
        kinds.put("deviations", this::deviating);
        kinds.put("any", list -> atLeast(list, 1, members(list)));
        kinds.put("all", this::allOf);
        kinds.put("atLeast", count -> {
            int needed = Math.clamp(count.integer(), 0, 1_000);
            return atLeast(count, needed, members(criterion.required("of")));
        });
        return criterion
                .exactlyOne(
                        kinds,
                        "a criterion is one of {check, is}, {tasks}, {steps}, {deviations}, {any}, {all} and"
                                + " {atLeast, of}")
                .orElseGet(() -> {
                    criterion.optional("is"); // whose companion is missing: one complaint is enough
                    criterion.optional("of");
                    return List.of();
                });
    }

    private List<Requirement> inState(Value check, Value is) {
        String id = checks.check(check);
        return List.of(new InState(id, checks.state(is, id), false));
    }

    private static List<Requirement> done(
            Value which, String what, List<String> known, Function<List<String>, Requirement> done) {
        return which.either(
                Value::isWord, word -> allDone(word, what, known, done), list -> someDone(list, what, known, done));
    }

    private static List<Requirement> allDone(
            Value all, String what, List<String> known, Function<List<String>, Requirement> done) {
        String word = all.word(ALL, wrong -> "`all` or a list of ids is wanted here, not `" + wrong + "`");
        if (word.equals("all") && known.isEmpty()) {
            all.refuse("the phase has no " + what + "s");
        }
        return known.isEmpty() ? List.of() : List.of(done.apply(known));
    }

    private static List<Requirement> someDone(
            Value list, String what, List<String> known, Function<List<String>, Requirement> done) {
        List<String> ids =
                list.items().stream().map(id -> Id.known(id, what, known)).toList();
        if (list.isEmptyList()) {
            list.refuse("at least one " + what + " is wanted here");
        }
        return ids.isEmpty() ? List.of() : List.of(done.apply(ids));
    }

    private List<Requirement> deviating(Value side) {
        Side asked = side.oneOf(Side.class, Side.DURING);
        List<Requirement> states = switch (asked) {
            case DURING ->
                deviations.stream()
                        .filter(deviation -> deviation.from().equals(phase.id()))
                        .map(deviation -> derived(deviation.check(), deviation.during()))
                        .toList();
            case AFTER ->
                deviations.stream()
                        .filter(deviation -> phase.rollback() || phase.id().equals(deviation.until()))
                        .flatMap(deviation ->
                                Stream.ofNullable(deviation.after()).map(state -> derived(deviation.check(), state)))
                        .distinct()
                        .toList();
        };
        boolean read = side.isWord() && side.word().equalsIgnoreCase(asked.name());
        if (states.isEmpty() && read) {
            side.refuse("no deviation says what is to be so here: none has "
                    + (asked == Side.AFTER
                            ? "`after`" + (phase.rollback() ? "" : " and `until: " + phase.id() + "`")
                            : "`from: " + phase.id() + "`"));
        }
        return states;
    }

    private static Requirement derived(String check, String state) {
        return new InState(check, state, true);
    }

    /** All that these criteria ask for, each part for itself. */
    private List<Requirement> allOf(Value list) {
        List<Requirement> all =
                list.items().stream().flatMap(item -> criterion(item).stream()).toList();
        refuseUnlessGating(list, 1, all);
        return all;
    }

    /** The same, each criterion as one. */
    private List<Requirement> members(Value list) {
        return list.items().stream()
                .map(this::criterion)
                .map(parts -> parts.size() == 1 ? parts.getFirst() : all(parts))
                .toList();
    }

    private static AtLeast all(List<Requirement> parts) {
        return parts.isEmpty() ? NOTHING : AtLeast.all(parts);
    }

    private List<Requirement> atLeast(Value place, int needed, List<Requirement> of) {
        if (needed < 1 || needed > of.size()) {
            place.refuse(needed + " of " + of.size() + " makes no sense here");
            return List.of();
        }
        refuseUnlessGating(place, needed, of);
        return List.of(new AtLeast(needed, of));
    }

    /** What no gate waits for cannot be met, nor missed. */
    private void refuseUnlessGating(Value place, int needed, List<Requirement> of) {
        long gating = of.stream().filter(this::gates).count();
        if (!of.isEmpty() && gating < needed) {
            place.refuse("no gate waits for checks of severity warn or info: "
                    + (gating == 0 ? "nothing counts here" : "only " + gating + " of these count"));
        }
    }

    private boolean gates(Requirement required) {
        return switch (required) {
            case InState state -> checks.gates(state.check());
            case TasksDone tasks -> true;
            case StepsDone steps -> true;
            case AtLeast group -> group.of().stream().anyMatch(this::gates);
        };
    }
}
