package dev.migrationtower.core.plan;

import dev.migrationtower.core.plan.Requirement.InState;
import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the gate of a phase waits for what it names, and holds it. */
record GateLint(PlacedPhase phase, Plan plan, Problems warnings) {

    void run() {
        everythingThatIsNamedCounts();
        whatIsHeldCanBe();
    }

    private void everythingThatIsNamedCounts() {
        single(phase.gate().in("require")).forEach(criterion -> {
            if (criterion.in("check").present()) {
                counts(criterion.in("check"), criterion.peek("check"));
            } else if (criterion.in("deviations").present()) {
                phase.phase()
                        .gate()
                        .require()
                        .states()
                        .filter(InState::derived)
                        .map(InState::check)
                        .distinct()
                        .forEach(check -> counts(criterion.in("deviations"), check));
            }
        });
    }

    private void counts(Value place, String check) {
        Severity severity = plan.check(check).severity();
        if (severity != Severity.GATE) {
            warnings.add(
                    place.at(),
                    "the gate does not wait for check `" + check + "`: its severity is "
                            + severity.name().toLowerCase(Locale.ROOT));
        }
    }

    private void whatIsHeldCanBe() {
        if (phase.phase().gate().hold() == null) {
            return;
        }
        List<Requirement> top = phase.phase().gate().require().of();
        if (top.stream().noneMatch(InState.class::isInstance)) {
            warnings.add(
                    phase.gate().in("hold").at(),
                    "nothing is held: only states of checks are, and none of them under `any` or `atLeast`");
            return;
        }
        choices(phase.gate().in("require"))
                .forEach(choice -> warnings.add(
                        choice.at(), "what stands under `any` or `atLeast` is not held once the gate has passed"));
    }

    /** The criteria that are not made of others. */
    private static Stream<Value> single(Value criteria) {
        return criteria.each().stream().flatMap(criterion -> {
            List<Value> parts = parts(criterion);
            return parts.isEmpty() ? Stream.of(criterion) : parts.stream().flatMap(GateLint::single);
        });
    }

    private static List<Value> parts(Value criterion) {
        return Stream.of("all", "any", "of")
                .map(criterion::in)
                .filter(Value::present)
                .collect(Collectors.toList());
    }

    /** Those of whose states not all need be so. */
    private static Stream<Value> choices(Value criteria) {
        return criteria.each().stream()
                .flatMap(criterion ->
                        criterion.in("all").present() ? choices(criterion.in("all")) : Stream.of(criterion))
                .filter(criterion -> !parts(criterion).isEmpty())
                .filter(criterion ->
                        parts(criterion).stream().flatMap(GateLint::single).anyMatch(GateLint::isOfChecks));
    }

    private static boolean isOfChecks(Value criterion) {
        return criterion.in("check").present() || criterion.in("deviations").present();
    }
}
