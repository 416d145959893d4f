package dev.migrationtower.core.plan;

import dev.migrationtower.core.plan.Rollback.Proposal;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import java.time.Duration;
import java.util.List;

/**
 * Reads {@code rollback}.
 *
 * @param sustain how long a state must have lasted that proposes it, unless the proposal says so
 * @param before the phases of the plan
 */
record Rollbacks(KnownChecks checks, Phases phases, Duration sustain, List<String> before) {

    Rollback read(Fields rollback) {
        Value propose = rollback.optional("propose");
        return new Rollback(
                rollback.optional("estimate").map(Estimates::read).orElse(null),
                propose.map(proposals -> proposals.items().stream()
                                .map(proposal -> proposal.mapping(this::proposal))
                                .toList())
                        .orElse(List.of()),
                phases.read(rollback.required("phases"), before));
    }

    private Proposal proposal(Fields proposal) {
        String check = checks.check(proposal.required("check"));
        return new Proposal(
                check,
                checks.state(proposal.required("is"), check),
                Defaults.durationOrNone(proposal.optional("for"), sustain));
    }
}
