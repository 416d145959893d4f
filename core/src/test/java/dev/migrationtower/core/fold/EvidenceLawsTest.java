package dev.migrationtower.core.fold;

import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.of;
import static net.jqwik.api.Combinators.combine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Where nothing was seen, nothing is met: whatever is looked at, and for however long, no gate is passed without evidence. */
class EvidenceLawsTest {
    private static final List<String> PHASES =
            List.of("prepare", "close", "drain", "migrate", "verify", "reopen", "restore", "reopen-old");

    /** Looks that see nothing of what is asked for, and time. */
    @Provide
    Arbitrary<List<Happening>> blindness() {
        Arbitrary<String> check = of("app/one", "app/two", "db/db", "disk/disk", "migrate.follow/migrate.follow");
        Arbitrary<Outcome> nothing = of(
                new Outcome.Unobservable("timeout", "no answer in 5 s"),
                new Outcome.LogLines(List.of()),
                new Outcome.Reading(Map.of()),
                new Outcome.Reading(Map.of("reachable", false, "ignored", 3)));
        Arbitrary<Happening> unseen = combine(check, nothing)
                .as((key, outcome) -> new Happening(key + ": " + outcome, night -> sees(night, key, outcome, 0)));
        Arbitrary<Happening> old = combine(
                        of("app/one", "app/two", "db/db"),
                        of(Happening.LOOKS.values()),
                        integers().between(10, 99))
                .as((key, outcome, ago) -> new Happening(
                        key + ": " + outcome + " " + ago + " s ago", night -> sees(night, key, outcome, ago)));
        Arbitrary<Happening> notOurs = combine(
                        of("api-1", "dwh-1", "other-1"),
                        of("ke - Done", "answers - Done"),
                        integers().between(1, 9_000))
                .as((host, text, ago) -> new Happening(
                        host + " wrote " + text + " " + ago + " s before the run",
                        night -> night.logs(
                                WholeNight.LOG,
                                host,
                                text,
                                night.run().view().startedAt().minusSeconds(ago))));
        Arbitrary<Happening> time = integers()
                .between(1, 5_000)
                .map(millis -> new Happening(millis + " ms pass", night -> night.after(Duration.ofMillis(millis))));
        return Arbitraries.oneOf(unseen, old, notOurs, time).list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Integer> phase() {
        return integers().between(0, PHASES.size() - 1);
    }

    @Property(tries = 200)
    void withoutEvidenceNothingIsMetAndNoGatePassed(
            @ForAll("phase") int phase, @ForAll("blindness") List<Happening> happenings) {
        Night night = WholeNight.preparing();
        if (phase >= PHASES.indexOf("restore")) {
            night.tell(new Action.BeginRollback());
        }
        PHASES.subList(0, phase).forEach(before -> night.tell(new Action.Skip(before)));
        night.forgetEvents();

        for (Happening happening : happenings) {
            happening.to(night);

            assertThat(night.phase(PHASES.get(phase)).state()).isEqualTo(PhaseState.ACTIVE);
            assertThat(night.phase(PHASES.get(phase)).gate().met()).isZero();
            assertThat(night.phase(PHASES.get(phase)).gate().result()).isNotEqualTo(GateResult.GO);
            assertThat(night.run().checkViews())
                    .flatExtracting(check -> check.expectations())
                    .extracting(expectation -> expectation.verdict())
                    .doesNotContain(Verdict.MET, Verdict.NOT_MET);
        }
        assertThat(night.run().view().proposals()).isEmpty();
        assertThat(night.types()).doesNotContain("phase.passed", "breach.detected", "step.finished");
    }

    private static void sees(Night night, String key, Outcome outcome, int secondsAgo) {
        String[] parts = key.split("/", -1);
        night.sees(parts[0], parts[1], outcome, night.now().minusSeconds(secondsAgo));
    }
}
