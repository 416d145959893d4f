package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.Text;
import org.junit.jupiter.api.Test;

/** What people are told of a check, in the words of the plan. */
class SayTest {
    private static final String STATES = """
            states: {drained: "sessions == 0", migrating: "sessions <= 2", normal: "sessions >= 5"}
            """;
    private static final String PLAN = WholeNight.PLAN.replace(STATES, STATES + """
                say: {drained: Nobody is there, migrating: Only the migration is there, unknown: We cannot tell}
            """);

    @Test
    void aStateThatIsSoIsSaidInTheWordsOfThePlan() {
        assertThat(said(Night.of(PLAN).sees("db", "db", "sessions", 1))).isEqualTo("Only the migration is there");
    }

    @Test
    void aStateThatThePlanHasNoWordsForSaysNothing() {
        assertThat(Night.of(PLAN)
                        .sees("db", "db", "sessions", 5)
                        .check("db", "db")
                        .say())
                .isNull();
    }

    @Test
    void ofSeveralStatesThatAreSoTheOneThatIsAskedForIsSaid() {
        Night night = Night.of(PLAN).sees("db", "db", "sessions", 0);
        assertThat(said(night))
                .as("nothing is asked for yet: the first of the plan")
                .isEqualTo("Nobody is there");

        night.tellAs("anna", new Action.Start())
                .tellAs("anna", new Action.Skip("prepare"))
                .tellAs("anna", new Action.Skip("close"))
                .after(2)
                .tellAs("anna", new Action.Go("drain"));

        assertThat(said(night)).as("0 sessions, and up to 2 are asked for").isEqualTo("Only the migration is there");
    }

    @Test
    void whatWasSeenTooLongAgoIsNotSaidAnyMore() {
        Night night = Night.of(PLAN).tell(new Action.Start());
        assertThat(said(night)).as("never seen").isEqualTo("We cannot tell");

        assertThat(said(night.sees("db", "db", "sessions", 0))).isEqualTo("Nobody is there");
        assertThat(said(night.after(11))).as("seen too long ago").isEqualTo("We cannot tell");
    }

    private static String said(Night night) {
        Text say = night.check("db", "db").say();
        return say == null ? null : say.in("en");
    }
}
