package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.EventType;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.Verdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    @Test
    void whatWasNeverSeenIsUnknown() {
        Night night = Night.started();

        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(night.check("app", "one").expectations().getFirst().saw()).isEqualTo("nothing yet");
        assertThat(night.phase("close").gate().result()).isEqualTo(GateResult.INCONCLUSIVE);
    }

    @Test
    void aSilentProbeBecomesUnknownWhenItsEvidenceIsTooOld() {
        Night night = Night.started().sees("app", "one", "status", 503).after(Duration.ofMillis(9_999));
        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.MET);

        night.forgetEvents().after(Duration.ofMillis(1));

        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(night.only(EventType.CHECK_STALE).reason()).contains("evidence counts for 10 s");
        assertThat(night.only(EventType.CHECK_STALE).cause()).isNull();
    }

    @Test
    void aStaleCheckThatIsSeenAgainRecovers() {
        Night night =
                Night.started().sees("app", "one", "status", 503).after(11).forgetEvents();

        night.sees("app", "one", "status", 503);

        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.MET);
        assertThat(night.only(EventType.CHECK_RECOVERED).cause()).isNotNull();
    }

    @Test
    void unobservableIsUnknownWithItsCauseInWords() {
        Night night = Night.started().sees("app", "one", "status", 503).seesNothing("app", "one", "probe-offline");

        // same instant: the newer look wins only if it is newer
        assertThat(night.last().ignored()).isEqualTo("something newer was seen before");

        night.after(1).seesNothing("app", "one", "probe-offline");

        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(night.check("app", "one").expectations().getFirst().saw()).contains("no sight: probe-offline");
        assertThat(night.check("app", "one").saw().cause()).isEqualTo("probe-offline");
    }

    @Test
    void anObservationThatArrivesTooLateIsNoEvidence() {
        Night night = Night.started();

        night.sees(
                "app",
                "one",
                new Outcome.Reading(Map.of("status", 503)),
                night.now().minusSeconds(10));

        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aProbesClockThatRunsAheadDoesNotMakeItsEvidenceLastLonger() {
        Night night = Night.started();

        night.sees(
                "app",
                "one",
                new Outcome.Reading(Map.of("status", 503)),
                night.now().plusSeconds(3600));
        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.MET);
        night.after(10);

        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void anObservationOlderThanTheNewestChangesNothing() {
        Night night = Night.started().after(5).sees("app", "one", "status", 200);

        night.sees(
                "app",
                "one",
                new Outcome.Reading(Map.of("status", 503)),
                night.now().minusSeconds(1));

        assertThat(night.last().ignored()).isEqualTo("something newer was seen before");
        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void aSourceThatIsSlowIsFreshUntilItsNextUpdateCouldBeSeen() {
        Night night = Night.started();
        night.input(new Input.Seen(new Observation(
                "o",
                Night.RUN,
                "app",
                "one",
                "http",
                "p",
                night.now(),
                5,
                60,
                new Outcome.Reading(Map.of("status", 503)),
                null,
                null)));

        assertThat(night.after(60).check("app", "one").verdict()).isEqualTo(Verdict.MET);
        assertThat(night.after(1).check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void staleEvidenceDoesNotPassAGate() {
        Night night = Night.started().sees("app", "one", "status", 503).after(9).sees("app", "two", "status", 503);

        night.after(2);

        assertThat(night.phase("close").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.phase("close").gate().result()).isEqualTo(GateResult.INCONCLUSIVE);
        assertThat(night.phase("close").gate().unknown()).isEqualTo(1);
    }

    @Test
    void aWordThatTheReadingLacksIsUnknownAndNotFalse() {
        Night night = Night.started().sees("app", "one", "reachable", false);

        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);
    }
}
