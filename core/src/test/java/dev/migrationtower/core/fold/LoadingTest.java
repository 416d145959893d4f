package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View.Rejection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadingTest {

    @Test
    void aLoadedPlanIsLookedAtBeforeItStarts() {
        Night night = Night.loaded();

        assertThat(night.run().view().state()).isEqualTo(RunState.SCHEDULED);
        assertThat(night.last().assignments())
                .hasSize(3)
                .first()
                .isInstanceOfSatisfying(Assignment.Watch.class, watch -> {
                    CheckSpec spec = watch.spec();
                    assertThat(spec.key()).hasToString("night-1/app/one");
                    assertThat(spec.settings()).containsEntry("url", "http://localhost/one");
                    assertThat(spec.interval()).isEqualTo(Duration.ofSeconds(1));
                    assertThat(spec.freshness()).isEqualTo(Duration.ofSeconds(10));
                });
        assertThat(night.check("app", "one").verdict()).isNull();
    }

    @Test
    void whatIsSeenBeforeTheStartIsShownAndJudgedAtTheStart() {
        Night night = Night.loaded().sees("app", "one", "status", 200);
        assertThat(night.check("app", "one").saw().states()).containsExactly("open");

        night.tell(new Action.Start());

        assertThat(night.check("app", "one").verdict()).isEqualTo(dev.migrationtower.events.Verdict.NOT_MET);
    }

    @Test
    void aPlanMayBeReplacedBeforeTheStartAndWhatItDropsIsNoLongerLookedAt() {
        Night night = Night.loaded();
        String onlyOne = Night.PLAN.replace("[{id: one}, {id: two}]", "[{id: one}]");

        night.tell(new Action.LoadPlan(onlyOne, RunMode.SIMULATION));

        assertThat(night.last().assignments())
                .contains(new Assignment.Unwatch(dev.migrationtower.events.CheckKey.parse("night-1/app/two")));
        assertThat(night.run().checkViews()).hasSize(2);
    }

    @Test
    void anInvalidPlanChangesNothingAndSaysWhy() {
        Night night = Night.loaded();
        Run before = night.run();

        night.tell(new Action.LoadPlan(Night.PLAN.replace("is: drained", "is: drainde"), RunMode.SIMULATION));

        Rejection rejection = (Rejection) night.only(EventType.PLAN_REJECTED).view();
        assertThat(rejection.status()).isEqualTo(422);
        assertThat(rejection.problems()).singleElement().asString().contains("drainde");
        assertThat(night.run().view().phases()).isEqualTo(before.view().phases());
    }

    @Test
    void aPlanIsNotReplacedUnderARunThatIsUnderWay() {
        Night night = Night.started().tell(new Action.LoadPlan(Night.PLAN, RunMode.SIMULATION));

        assertThat(((Rejection) night.only(EventType.PLAN_REJECTED).view()).status())
                .isEqualTo(409);
    }

    @Test
    void aCommandForARunThatIsNotThereIsIgnoredWithWords() {
        assertThat(new Night().tell(new Action.Start()).last().ignored()).isEqualTo("there is no such run");
    }
}
