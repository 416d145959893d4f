package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View.Rejection;
import java.time.Duration;
import java.util.List;
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

        night.tell(new Action.LoadPlan(onlyOne, RunMode.SIMULATION, List.of()));

        assertThat(night.last().assignments())
                .contains(new Assignment.Unwatch(dev.migrationtower.events.CheckKey.parse("night-1/app/two")));
        assertThat(night.run().checkViews()).hasSize(2);
    }

    @Test
    void anInvalidPlanChangesNothingAndSaysWhy() {
        Night night = Night.loaded();
        Run before = night.run();

        night.tell(
                new Action.LoadPlan(Night.PLAN.replace("is: drained", "is: drainde"), RunMode.SIMULATION, List.of()));

        Rejection rejection = (Rejection) night.only(EventType.PLAN_REJECTED).view();
        assertThat(rejection.status()).isEqualTo(422);
        assertThat(rejection.problems()).singleElement().asString().contains("drainde");
        assertThat(night.run().view().phases()).isEqualTo(before.view().phases());
    }

    @Test
    void aPlanChangesUnderARunThatIsUnderWayAndTheDifferenceIsTold() {
        Night night = Night.draining();
        String changed = Night.PLAN.replace("sessions == 0", "sessions <= 3");

        night.forgetEvents().tell(new Action.LoadPlan(changed, RunMode.SIMULATION, List.of()));

        assertThat(night.only(EventType.PLAN_CHANGED).reason())
                .isEqualTo("lead changed the plan: checks.db.states.drained: `sessions == 0` is now `sessions <= 3`");
        assertThat(night.phase("close").state()).isEqualTo(PhaseState.PASSED);
        assertThat(night.run().view().planVersion()).isEqualTo(2);
    }

    @Test
    void afterAChangeEverythingIsToldAgain() {
        Night night = Night.draining().forgetEvents();

        night.tell(new Action.LoadPlan(Night.PLAN, RunMode.SIMULATION, List.of()));

        assertThat(night.only(EventType.PLAN_CHANGED).reason())
                .isEqualTo("lead changed the plan: nothing is different");
        assertThat(night.types()).filteredOn("check.observed"::equals).hasSize(3);
    }

    @Test
    void whatHappenedAlreadyCannotBePlannedAway() {
        Night night = Night.draining();
        String without = Night.PLAN.replace("- id: close", "- id: other");

        night.tell(new Action.LoadPlan(without, RunMode.SIMULATION, List.of()));

        Rejection rejection = (Rejection) night.only(EventType.PLAN_REJECTED).view();
        assertThat(rejection.status()).isEqualTo(409);
        assertThat(rejection.problems())
                .containsExactly("The phase close began already: it must stay number 1 of its path.");
        assertThat(night.phase("close").state()).isEqualTo(PhaseState.PASSED);
    }

    @Test
    void aCheckThatThePlanNoLongerHasIsGoneFromEverywhere() {
        Night night = Night.draining();
        String without = Night.PLAN.replace("{id: one}, {id: two}", "{id: two}");

        night.tell(new Action.LoadPlan(without, RunMode.SIMULATION, List.of()));

        assertThat(night.last().gone()).containsExactly(Night.RUN + "/app/one");
        assertThat(night.last().assignments()).contains(new Assignment.Unwatch(new CheckKey(Night.RUN, "app", "one")));
        assertThat(night.run().checkViews())
                .extracting(view -> view.check() + "/" + view.item())
                .containsExactly("app/two", "db/db");
    }

    @Test
    void aCommandForARunThatIsNotThereIsIgnoredWithWords() {
        assertThat(new Night().tell(new Action.Start()).last().ignored()).isEqualTo("there is no such run");
    }
}
