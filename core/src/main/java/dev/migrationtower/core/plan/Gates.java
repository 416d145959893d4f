package dev.migrationtower.core.plan;

import dev.migrationtower.core.plan.Phase.Criterion;
import dev.migrationtower.core.plan.Phase.Decision;
import dev.migrationtower.core.plan.Phase.Gate;
import dev.migrationtower.core.plan.Phase.Hold;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Suggestion;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Text;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the gates of phases.
 *
 * @param sustain for gates that say none
 * @param stateNames the states that there are, by check
 */
record Gates(Duration sustain, Map<String, ? extends Collection<String>> stateNames) {

    /**
     * The gate that stands here.
     *
     * @param later the phases that come after its own, until which it may be held
     */
    Gate read(Fields gate, Collection<String> later) {
        Value require = gate.required("require");
        List<Criterion> criteria = require.items().stream()
                .map(item -> item.mapping(this::criterion))
                .toList();
        if (require.present() && criteria.isEmpty()) {
            require.refuse("a gate requires at least one thing, like {check: app, is: closed}");
        }
        return new Gate(
                criteria,
                Defaults.duration(gate.optional("sustain"), sustain),
                gate.optional("hold")
                        .map(hold -> hold.mapping(fields -> hold(fields, criteria, later)))
                        .orElse(null),
                gate.optional("decision")
                        .map(decision -> decision.mapping(Gates::decision))
                        .orElse(null));
    }

    private Criterion criterion(Fields criterion) {
        Value check = criterion.required("check");
        String checkId = check.word();
        Value is = criterion.required("is");
        String state = is.word();
        if (check.present() && !stateNames.containsKey(checkId)) {
            check.refuse("unknown check `" + checkId + "`" + Suggestion.among(stateNames.keySet(), checkId));
        } else if (is.present()) {
            resolve(is, state, checkId);
        }
        return new Criterion(checkId, state);
    }

    private Hold hold(Fields hold, List<Criterion> criteria, Collection<String> later) {
        Value until = hold.required("until");
        String phase = until.word();
        if (until.present() && !later.contains(phase)) {
            until.refuse("`" + phase + "` is no later phase"
                    + (later.isEmpty() ? "; none comes after this one" : Suggestion.among(later, phase)));
        }
        Optional<String> expecting = hold.optional("expecting").map(value -> {
            String state = value.word();
            criteria.stream()
                    .map(Criterion::check)
                    .filter(stateNames::containsKey)
                    .distinct()
                    .forEach(check -> resolve(value, state, check));
            return state;
        });
        return new Hold(phase, expecting.orElse(null));
    }

    private void resolve(Value place, String state, String check) {
        Collection<String> states = stateNames.containsKey(check) ? stateNames.get(check) : Set.of();
        if (!states.isEmpty() && !states.contains(state)) {
            place.refuse("check `" + check + "` has no state `" + state + "`" + Suggestion.among(states, state));
        }
    }

    private static Decision decision(Fields decision) {
        Value approvals = decision.optional("approvals");
        long count = approvals.map(Value::integer).orElse(1L);
        if (count < 1 || count > 100) {
            approvals.refuse("a decision takes 1 to 100 approvals");
        }
        return new Decision(
                decision.optional("role").map(Id::read).orElse(null),
                (int) count,
                decision.optional("question").map(Texts::read).orElse(Text.of("Go?")));
    }
}
