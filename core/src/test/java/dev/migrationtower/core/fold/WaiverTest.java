package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaiverTest {
    @Test
    void aGatePassesWithoutWhatIsWaivedAndTheCheckStaysWhatItIs() {
        Night night = WholeNight.closing().sees("app", "one", "status", 503).sees("app", "two", "status", 200);

        night.tellAs("anna", new Action.Waive("close", "check/app/two", null)).after(2);

        assertThat(night.phase("close").state()).isEqualTo(PhaseState.PASSED);
        assertThat(night.phase("close").gate().waived()).isEqualTo(1);
        assertThat(night.check("app", "two").expectations()).allSatisfy(expectation -> {
            assertThat(expectation.verdict()).isEqualTo(Verdict.NOT_MET);
            assertThat(expectation.waived()).isTrue();
        });
    }

    @Test
    void whatIsWaivedIsNoBreachUntilTheWaiverIsOver() {
        Night night = WholeNight.closing().sees("app", "one", "status", 503).sees("app", "two", "status", 200);
        night.tellAs("anna", new Action.Waive("close", "check/app", night.now().plusSeconds(8)))
                .after(2)
                .forgetEvents()
                .after(5);
        assertThat(night.types()).doesNotContain("breach.detected");

        night.after(5);

        assertThat(night.only(EventType.WAIVER_WITHDRAWN).reason())
                .isEqualTo("the waiver of check/app by anna is over");
        assertThat(night.only(EventType.BREACH_DETECTED).subject()).isEqualTo("check/app/two");
    }

    @Test
    void aRunThatHasEndedKeepsTheWaiversThatItEndedWith() {
        Night night = WholeNight.closing().sees("app", "one", "status", 503).sees("app", "two", "status", 200);
        night.tellAs(
                        "anna",
                        new Action.Waive("close", "check/app/two", night.now().plusSeconds(60)))
                .after(2)
                .tellAs("anna", new Action.Abort())
                .after(90);

        night.tellAs("anna", new Action.Announce(Text.of("We go home.")));

        assertThat(night.phase("close").waivers()).hasSize(1);
    }

    @Test
    void aWaiverTakenBackCountsAgain() {
        Night night = WholeNight.closing().sees("app", "one", "status", 503).sees("app", "two", "status", 200);
        night.tellAs("anna", new Action.Waive("close", "check/app/two", null));
        assertThat(night.phase("close").gate().waived()).isEqualTo(1);

        night.tellAs("ben", new Action.Unwaive("close", "check/app/two"));

        assertThat(night.phase("close").gate().waived()).isZero();
        assertThat(night.phase("close").gate().notMet()).isEqualTo(1);
        assertThat(night.phase("close").waivers()).isEmpty();
    }

    @Test
    void aWaiverNeedsAReasonASubjectAndATimeToCome() {
        Night night = WholeNight.closing();

        assertThat(night.tell("anna", new Action.Waive("close", "check/app", null), " ", null)
                        .refusal()
                        .status())
                .isEqualTo(422);
        assertThat(night.tellAs("anna", new Action.Waive("close", "check/ap", null))
                        .refusal()
                        .problems())
                .containsExactly("The gate of close asks for nothing named check/ap.");
        assertThat(night.tellAs(
                                "anna",
                                new Action.Waive(
                                        "close", "check/app", night.now().minus(Duration.ofSeconds(1))))
                        .refusal()
                        .status())
                .isEqualTo(422);
    }

    @Test
    void nobodyAnswersForEverythingOfAKindAtOnce() {
        for (String tooMuch : List.of("check", "task", "step", "check/ap", "")) {
            assertThat(Night.started()
                            .tell(new Action.Waive("close", tooMuch, null))
                            .refusal()
                            .problems())
                    .containsExactly("The gate of close asks for nothing named " + tooMuch + ".");
        }
    }
}
