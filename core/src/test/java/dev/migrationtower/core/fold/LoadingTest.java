package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void aPlanMayBeReplacedBeforeTheStartAndWhatItDropsIsNoLongerLookedAt() {
        Night night = Night.loaded();
        String onlyOne = Night.PLAN.replace("[{id: one}, {id: two}]", "[{id: one}]");

        night.tell(new Action.LoadPlan(onlyOne, RunMode.SIMULATION, List.of()));

        assertThat(night.last().assignments()).contains(new Assignment.Unwatch(CheckKey.parse("night-1/app/two")));
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

    private static void load(Night night, String yaml) {
        night.tell(new Action.LoadPlan(yaml, RunMode.SIMULATION, List.of()));
    }

    @Test
    void aBreachOfACheckThatThePlanNoLongerHasIsForgotten() {
        Night night = Night.draining().sees("app", "one", "status", 200).after(3);
        assertThat(night.phase("close").breaches()).isEqualTo(1);

        load(night, Night.PLAN.replace("{id: one}, {id: two}", "{id: two}"));

        assertThat(night.phase("close").breaches()).isZero();
    }

    @Test
    void aBreachOfACheckThatLooksAtSomethingElseNowIsForgotten() {
        Night night = Night.draining().sees("app", "one", "status", 200).after(3);

        load(night, Night.PLAN.replace("http://localhost/{id}", "http://elsewhere/{id}"));

        assertThat(night.phase("close").breaches()).isZero();
        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whatSpokeForARollbackAndIsNoLongerLookedAtSpeaksForItNoMore() {
        Night night = WholeNight.draining();
        for (int i = 0; i < 9; i++) {
            night.sees("disk", "disk", "status", 507).after(9);
        }
        assertThat(night.run().view().proposals()).hasSize(1);

        load(night, WholeNight.PLAN.replace("http://localhost/disk", "http://localhost/other-disk"));

        assertThat(night.run().view().proposals()).isEmpty();
    }

    @Test
    void whatWasSeenByThePlanBeforeIsNoEvidenceForAnother() {
        Night night = Night.started().after(5);
        Instant before = night.now().minusSeconds(1);
        load(night, Night.PLAN.replace("http://localhost/{id}", "http://elsewhere/{id}"));

        night.sees("app", "one", new Outcome.Reading(Map.of("status", 503)), before);
        assertThat(night.last().ignored()).isEqualTo("it was seen before the plan asked for it");
        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);

        night.after(1).sees("app", "one", "status", 503);
        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void aLookFromBeforeThePlanChangedDoesNotCount() {
        Night night = Night.started().after(5);
        CheckSpec before = night.asked("app", "one");
        load(night, Night.PLAN.replace("http://localhost/{id}", "http://elsewhere/{id}"));

        night.after(1).answers(before, reading(503)); // by a probe that has not heard of the change yet
        assertThat(night.last().ignored()).isEqualTo("it answers what the plan asked before it changed");
        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);

        night.answers(night.asked("app", "one"), reading(503));
        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.MET);

        night.after(1).answers(before, reading(200)); // by one that hears of it last
        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void aLookFromBeforeThePlanChangedCountsIfItLookedAtTheSame() {
        Night night = Night.started().after(5);
        CheckSpec before = night.asked("app", "one");
        load(night, Night.PLAN.replace("status == 503", "status >= 500").replace("interval: 1s", "interval: 2s"));

        night.after(1).answers(before, reading(500));

        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void linesFromBeforeThePlanChangedAreNotHeard() {
        Night night = WholeNight.preparing();
        CheckSpec before = night.asked(WholeNight.LOG, WholeNight.LOG);
        load(night, WholeNight.PLAN.replace("service:migration", "service:another"));

        night.after(1).answers(before, new Outcome.LogLines(List.of(night.line("api-1", "Start script"))));

        assertThat(night.lane("api").state()).isNotEqualTo(LaneView.State.ALIVE);
    }

    private static Outcome reading(int status) {
        return new Outcome.Reading(Map.of("status", status));
    }

    @Test
    void aGateThatAsksForSomethingElseNowIsToBeMetForAsLongAsAnyOther() {
        Night night = Night.awaiting();
        load(night, Night.PLAN.replace("require: [{check: db, is: drained}]", "require: [{check: db, is: migrating}]"));

        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.after(2).phase("drain").state()).isEqualTo(PhaseState.AWAITING_DECISION);
    }

    @Test
    void whatWasSaidOfAStateThatMeansSomethingElseNowIsAskedAgain() {
        String two = Night.PLAN.replace("{role: lead, question", "{role: lead, approvals: 2, question");
        Night night = Night.of(two)
                .tell(new Action.Start())
                .sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503)
                .after(2)
                .sees("db", "db", "sessions", 0)
                .after(2)
                .tellAs("anna", new Action.Go("drain"));
        assertThat(night.phase("drain").gate().decision().said()).hasSize(1);

        load(night, two.replace("sessions == 0", "sessions <= 3"));

        assertThat(night.phase("drain").gate().decision().said()).isEmpty();
    }

    @Test
    void aScriptThatOnlyPingsGetsItsNewStepsAtOnce() {
        String plan = """
                tower: 1
                id: pings
                title: Pings
                checks: {app: {probe: http, with: {url: "http://localhost"}, states: {open: "status == 200"}}}
                phases:
                  - id: migrate
                    steps: [{id: copy}]
                    gate: {require: [{steps: all}, {check: app, is: open}]}
                """;
        Night night = Night.of(plan).tell(new Action.Start()).after(1);

        load(night, plan.replace("[{id: copy}]", "[{id: copy}, {id: swap}]"));

        assertThat(night.lane("main").steps()).extracting(step -> step.id()).containsExactly("copy", "swap");
        assertThat(night.phase("migrate").gate().notMet()
                        + night.phase("migrate").gate().unknown())
                .isEqualTo(3);
    }

    @Test
    void whatProposedARollbackMayBeTakenOutOfThePlanWhileItDoes() {
        Night night = WholeNight.draining().sees("disk", "disk", "status", 507).after(2);

        load(
                night,
                WholeNight.PLAN
                        .replace("is: critical, for: 1m", "is: full, for: 1m")
                        .replace("{critical:", "{full:"));
        assertThat(night.only(EventType.PLAN_CHANGED).reason()).contains("full");

        load(night, WholeNight.PLAN.replace("  propose: [{check: disk, is: critical, for: 1m}]\n", ""));
        assertThat(night.after(120).run().view().proposals()).isEmpty();
    }

    @Test
    void everyPlanThatIsLoadedIsTold() {
        Night night = Night.loaded();
        assertThat(night.only(EventType.PLAN_LOADED).reason()).isEqualTo("lead loaded the plan night");

        load(night.forgetEvents(), Night.PLAN);
        assertThat(night.only(EventType.PLAN_LOADED).reason()).isEqualTo("lead loaded the plan night");
        assertThat(night.types()).filteredOn("check.observed"::equals).hasSize(3);
        assertThat(night.last().assignments()).hasSize(3);
    }

    @Test
    void afterAChangeTheProbesAreToldWhatToLookAtNow() {
        Night night = Night.draining();

        load(night, Night.PLAN.replace("http://localhost/{id}", "http://elsewhere/{id}"));

        assertThat(night.asked("app", "one").settings()).containsEntry("url", "http://elsewhere/one");
        assertThat(night.last().assignments()).contains(new Assignment.Watch(night.asked("app", "one")));
    }

    @Test
    void aBreachOutlivesAChangeThatDoesNotConcernIt() {
        Night night = Night.draining().sees("app", "one", "status", 200).after(3);
        assertThat(night.phase("close").breaches()).isEqualTo(1);

        load(night, Night.PLAN.replace("sessions == 0", "sessions <= 3"));

        assertThat(night.phase("close").breaches()).isEqualTo(1);
        assertThat(night.types()).doesNotContain("breach.cleared");
        assertThat(night.sees("app", "one", "status", 503).phase("close").breaches())
                .isZero();
    }

    @Test
    void aRefusedPlanIsRefusedOnce() {
        Night night = Night.loaded();
        Command broken = new Command(
                "same",
                Night.RUN,
                night.now(),
                "ada",
                null,
                null,
                new Action.LoadPlan("tower: 2", RunMode.SIMULATION, List.of()),
                null);

        night.repeat(broken).repeat(broken);

        assertThat(night.only(EventType.PLAN_REJECTED).cause()).isEqualTo("same");
        assertThat(night.last().ignored()).isEqualTo("the command was answered before");
    }

    @Test
    void theWayBackCannotBePlannedAwayByWhoeverIsOnIt() {
        Night night = WholeNight.draining().tell(new Action.BeginRollback());

        load(night, WholeNight.PLAN.substring(0, WholeNight.PLAN.indexOf("rollback:")));
        assertThat(rejected(night)).containsExactly("The rollback is under way, and this plan has none.");

        load(night, WholeNight.PLAN.replace("- id: restore\n", "- id: other\n"));
        assertThat(rejected(night))
                .containsExactly("The phase restore began already: it must stay number 1 of its path.");

        load(night, WholeNight.PLAN.replace("- id: reopen-old", "- id: reopen-new"));
        assertThat(night.last().events().getFirst().type()).isEqualTo(EventType.PLAN_CHANGED);
    }

    @Test
    void theWayBackMayBePlannedAnewByWhoeverIsNotOnIt() {
        Night night = WholeNight.draining();

        load(night, WholeNight.PLAN.replace("- id: restore\n", "- id: other\n"));

        assertThat(night.last().events().getFirst().type()).isEqualTo(EventType.PLAN_CHANGED);
    }

    private static List<String> rejected(Night night) {
        return ((Rejection) night.last().events().getFirst().view()).problems();
    }
}
