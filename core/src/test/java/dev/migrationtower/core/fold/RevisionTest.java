package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.View.Rejection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is said of a gate is said of it as its author saw it. */
class RevisionTest {
    private static final String DRAIN = "drain";
    private static final String DB = "check/db";

    static Stream<Action> said() {
        return Stream.of(
                new Action.Go(DRAIN),
                new Action.NoGo(DRAIN),
                new Action.Waive(DRAIN, DB, null),
                new Action.Skip(DRAIN),
                new Action.Fail(DRAIN));
    }

    static Stream<Action> takenBack() {
        return Stream.of(
                new Action.Withdraw(DRAIN),
                new Action.Unwaive(DRAIN, DB),
                new Action.Unskip(DRAIN),
                new Action.Unfail(DRAIN));
    }

    static Stream<Action> all() {
        return Stream.concat(said(), takenBack());
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsSaidOfAGateThatChangedSinceIsRefusedAndChangesNothing(Action action) {
        Night night = Night.awaiting();
        long seen = night.run().memory().revision();
        flaps(night);

        night.tell("ada", action, "because", seen);

        assertThat(night.refusal().status()).isEqualTo(409);
        assertThat(night.refusal().problems().getFirst()).contains("changed after you looked");
        assertThat(night.phase(DRAIN).state()).isEqualTo(PhaseState.AWAITING_DECISION);
        assertThat(night.phase(DRAIN).waivers()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("said")
    void whoSeesTheGateAsItStandsIsHeard(Action action) {
        Night night = Night.awaiting();
        flaps(night);

        night.tell("ada", action, "because", night.run().memory().revision());

        assertThat(night.isObeyed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("said")
    void whoDoesNotSayWhatWasSeenMeansTheGateAsItIsNow(Action action) {
        Night night = Night.awaiting();
        flaps(night);

        assertThat(night.tell("ada", action, "because", null).isObeyed()).isTrue();
    }

    @Test
    void whatIsTakenBackAtOnceIsTakenBackThoughOtherThingsHappened() {
        Night night = Night.awaiting().tell("ada", new Action.Skip(DRAIN), "no database tonight", null);
        long seen = night.run().memory().revision();
        night.tell(new Action.Comment("hello"));

        assertThat(night.tell("ada", new Action.Unskip(DRAIN), "", seen).isObeyed())
                .isTrue();
        assertThat(night.phase(DRAIN).state()).isEqualTo(PhaseState.AWAITING_DECISION);
    }

    @Test
    void aPhaseThatBeganSinceIsNotSkippedByOneWhoSawItAhead() {
        Night night = Night.started();
        long seen = night.run().memory().revision();
        night.sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503)
                .after(2);
        assertThat(night.phase(DRAIN).state()).isEqualTo(PhaseState.ACTIVE);

        night.tell("ada", new Action.Skip(DRAIN), "not tonight", seen);

        assertThat(night.refusal().problems().getFirst()).contains("changed after you looked");
        assertThat(night.phase(DRAIN).state()).isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void theRefusalSaysHowTheGateStandsWhatItLacksAndWhatChangedLast() {
        Night night = Night.awaiting();
        long seen = night.run().memory().revision();
        night.after(60).sees("db", "db", "sessions", 2);

        night.tell("ada", new Action.Skip(DRAIN), "because", seen);

        Rejection rejection = night.refusal();
        assertThat(rejection.problems())
                .containsExactly(
                        "The gate of drain changed after you looked (you saw revision " + seen + ", it changed at "
                                + night.phase(DRAIN).gate().revision() + "); now 0 of 1 met, 1 not met.",
                        "db/db: expected sessions == 0, saw sessions 2.",
                        "What changed last, at 22:01: db/db: expected sessions == 0, saw sessions 2.");
    }

    @Test
    void aTaskThatIsDoneIsAFactWhateverTheGateDidMeanwhile() {
        Night night = WholeNight.preparing();
        long seen = 1;
        assertThat(night.phase("prepare").gate().revision()).isGreaterThan(seen);

        night.tell("eve", new Action.Done("prepare", "tell", null), "", seen);

        assertThat(night.isObeyed()).isTrue();
    }

    @Test
    void aGateThatAsksForSomethingElseIsAnotherEvenIfItSaysTheSame() {
        Night night = Night.draining(); // nobody sees the database, by this plan or the other
        long seen = night.run().memory().revision();
        night.loads(Night.PLAN.replace("require: [{check: db, is: drained}]", "require: [{check: db, is: migrating}]"));
        assertThat(night.phase(DRAIN).gate().result()).isEqualTo(GateResult.INCONCLUSIVE);

        night.tell("ada", new Action.Go(DRAIN), "I looked myself", seen);

        assertThat(night.refusal().problems().getFirst()).contains("changed after you looked");
        assertThat(night.phase(DRAIN).state()).isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void whatChangedLastMayBeATask() {
        Night night = WholeNight.verifying();
        long seen = night.run().memory().revision();
        night.after(60).tellAs("cleo", new Action.Done("verify", "count", null));

        night.tell("anna", new Action.Skip("verify"), "because", seen);

        assertThat(night.refusal().problems().getLast())
                .isEqualTo("What changed last, at 23:01: The task count is done.");
    }

    @Test
    void whatChangedLastMayBeAStep() {
        Night night = WholeNight.migrating()
                .logs(WholeNight.LOG, "api-1", "ke - In progress")
                .logs(WholeNight.LOG, "dwh-1", "ke - In progress")
                .logs(WholeNight.LOG, "dwh-1", "ke - Done");
        long seen = night.run().memory().revision();
        night.after(60).logs(WholeNight.LOG, "api-1", "ke - Done");

        night.tell("anna", new Action.Skip("migrate"), "because", seen);

        assertThat(night.refusal().problems())
                .contains("The step answers in lane api is not done.")
                .doesNotContain("The step ke in lane dwh is done.")
                .endsWith("What changed last, at 23:01: The step ke in lane api is done.");
    }

    @Test
    void aPhaseThatIsOverIsNotSaidToLackAnything() {
        Night night = Night.draining();
        long seen = night.run().memory().revision();
        night.sees("db", "db", "sessions", 0)
                .after(2)
                .tell(new Action.Go(DRAIN))
                .sees("db", "db", "sessions", 9);

        night.tell("lead", new Action.Withdraw(DRAIN), "because", seen);

        assertThat(night.refusal().problems())
                .first()
                .asString()
                .startsWith("The gate of drain changed after you looked")
                .endsWith("; now 1 of 1 met.");
        assertThat(night.refusal().problems()).noneMatch(problem -> problem.startsWith("db/db: expected"));
    }

    @Test
    void aGateOfWhichAllIsMetSaysHowLongItMustStaySo() {
        Night night = Night.draining().sees("db", "db", "sessions", 0);

        assertThat(night.tell("ada", new Action.Go(DRAIN), "because", null)
                        .refusal()
                        .problems())
                .containsExactly(
                        "The gate of drain says no-go; now 1 of 1 met.",
                        "All criteria are met, and must stay so for 2 s.");
    }

    /** Sessions come back for a moment: the gate asks again. */
    private static void flaps(Night night) {
        night.sees("db", "db", "sessions", 2)
                .after(1)
                .sees("db", "db", "sessions", 0)
                .after(2);
        assertThat(night.phase(DRAIN).state()).isEqualTo(PhaseState.AWAITING_DECISION);
    }
}
