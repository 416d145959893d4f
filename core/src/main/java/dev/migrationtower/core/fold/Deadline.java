package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.WaiverView;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When time alone changes something about a check. */
record Deadline(Instant at, CheckKey check) implements Comparable<Deadline> {
    private static final Comparator<Deadline> ORDER =
            Comparator.comparing(Deadline::at).thenComparing(Deadline::check);

    @Override
    public int compareTo(Deadline other) {
        return ORDER.compare(this, other);
    }

    /** When the check has to be judged again; null if time alone changes nothing. */
    static @Nullable Deadline of(CheckState check, Duties duties) {
        Instant at = check.deadline(duties);
        return at == null ? null : new Deadline(at, check.memory().key());
    }

    /** When time alone changes something about the phases; null: not before something else happens. */
    static @Nullable Instant ofPhases(Derived derived, RunMemory memory) {
        Stream<@Nullable Instant> all = Stream.empty();
        for (int i = 0; i < memory.phases().size(); i++) {
            PhaseMemory phase = memory.phases().get(i);
            Stream<@Nullable Instant> waivers =
                    phase.people().waivers().stream().map(WaiverView::until);
            Instant goAt = goAt(derived.phases.get(i).gate(), phase);
            all = Stream.of(
                            all,
                            waivers,
                            Stream.of(goAt, phase.isOpen() ? phase.following().changesAt() : null))
                    .flatMap(each -> each);
        }
        return Stream.concat(all, Stream.of(Forecasts.next(memory)))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When the gate will say go if nothing changes; null if it does already, or not all that it asks for is met. */
    static @Nullable Instant goAt(Phase.Gate gate, PhaseMemory phase) {
        Instant allMetSince = phase.gate().allMetSince();
        return allMetSince == null || !phase.current() || phase.gate().result() == GateResult.GO
                ? null
                : allMetSince.plus(gate.sustain());
    }
}
