package dev.migrationtower.core.plan;

import dev.migrationtower.core.plan.Phase.Decision;
import dev.migrationtower.core.plan.Phase.Gate;
import dev.migrationtower.core.plan.Phase.Hold;
import dev.migrationtower.core.plan.Requirement.AtLeast;
import dev.migrationtower.core.plan.Requirement.InState;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Suggestion;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads the gates of phases.
 *
 * @param sustain for gates that say none
 */
record Gates(Duration sustain, KnownChecks checks, List<Deviation> deviations) {

    Gate read(Fields gate, PhaseOutline phase) {
        AtLeast require = new Requirements(checks, deviations, phase).read(gate.required("require"));
        return new Gate(
                require,
                Defaults.duration(gate.optional("sustain"), sustain),
                gate.optional("hold")
                        .map(hold -> hold.mapping(fields -> hold(fields, require, phase.later())))
                        .orElse(null),
                gate.optional("decision")
                        .map(decision -> decision.mapping(fields -> decision(fields, phase.earlier())))
                        .orElse(null));
    }

    private Hold hold(Fields hold, AtLeast require, List<String> later) {
        Value until = hold.required("until");
        String phase = until.word();
        if (until.present() && !later.contains(phase)) {
            until.refuse("`" + phase + "` is no later phase"
                    + (later.isEmpty() ? "; none comes after this one" : Suggestion.among(later, phase)));
        }
        Optional<String> expecting = hold.optional("expecting").map(place -> {
            require.of().stream()
                    .filter(InState.class::isInstance)
                    .map(part -> ((InState) part).check())
                    .distinct()
                    .forEach(check -> checks.state(place, check));
            return place.word();
        });
        return new Hold(phase, expecting.orElse(null));
    }

    private static Decision decision(Fields decision, List<String> earlier) {
        Value approvals = decision.optional("approvals");
        long count = approvals.map(Value::integer).orElse(1L);
        if (count < 1 || count > 100) {
            approvals.refuse("a decision takes 1 to 100 approvals");
        }
        return new Decision(
                decision.optional("role").map(Id::read).orElse(null),
                (int) count,
                decision.optional("question").map(Texts::read).orElse(Text.of("Go?")),
                decision.optional("notAuthorOf")
                        .map(phases -> phases.items().stream()
                                .map(phase -> Id.known(phase, "earlier phase", earlier))
                                .toList())
                        .orElse(List.of()));
    }
}
