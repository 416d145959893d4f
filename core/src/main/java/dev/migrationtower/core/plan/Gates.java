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
                Defaults.durationOrNone(gate.optional("sustain"), sustain),
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
        if (until.isWord() && !later.contains(phase)) {
            until.refuse("`" + phase + "` is no later phase"
                    + (later.isEmpty() ? "; none comes after this one" : Suggestion.among(later, phase)));
        }
        String expecting = hold.optional("expecting")
                .map(place -> expecting(place, require))
                .orElse(null);
        return new Hold(phase, expecting);
    }

    /** A state of everything that the gate holds; deviations are held as they say themselves. */
    private String expecting(Value place, AtLeast require) {
        List<String> held = require.held().map(InState::check).distinct().toList();
        held.forEach(check -> checks.state(place, check));
        if (held.isEmpty()) {
            place.refuse("nothing is held that could be in another state: the gate's top names no check");
        }
        return place.word();
    }

    private static Decision decision(Fields decision, List<String> earlier) {
        long approvals = decision.optional("approvals")
                .map(count -> count.integer(1, 100, "a decision takes 1 to 100 approvals"))
                .orElse(1L);
        return new Decision(
                decision.optional("role").map(Id::read).orElse(null),
                (int) approvals,
                decision.optional("question").map(Texts::read).orElse(Text.of("Go?")),
                decision.optional("notAuthorOf")
                        .map(phases -> phases.items().stream()
                                .map(phase -> Id.known(phase, "earlier phase", earlier))
                                .toList())
                        .orElse(List.of()));
    }
}
