package dev.migrationtower.dashboard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.dashboard.compare.Comparison.PlanDifference;
import dev.migrationtower.dashboard.course.Course;
import dev.migrationtower.dashboard.course.Told;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final Course rehearsal = Told.rehearsal().whole(10, 20).course();
    private final Course production = new Told("night-1", RunMode.PRODUCTION, "a word")
            .estimating(1200)
            .wavering()
            .course();

    @Test
    void runsAreHeldAgainstEachOtherAsAWhole() {
        Comparison comparison = Comparison.of(production, rehearsal);

        assertThat(comparison.here()).satisfies(run -> {
            assertThat(run.run()).isEqualTo("night-1");
            assertThat(run.state()).isEqualTo(RunState.COMPLETED);
            assertThat(run.seconds()).isEqualTo(55 * 60);
            assertThat(run.waitedSeconds()).isEqualTo(240);
            assertThat(run.breaches()).isEqualTo(1);
            assertThat(run.flips()).isEqualTo(1);
        });
        assertThat(comparison.there().seconds()).isEqualTo(30 * 60);
        assertThat(comparison.there().breaches()).isZero();
    }

    @Test
    void phasesAndTheirStepsHaveTheirDurationsSideBySide() {
        Comparison comparison = Comparison.of(production, rehearsal);

        assertThat(comparison.phases())
                .satisfiesExactly(
                        close -> {
                            assertThat(close.here()).isEqualTo(new PhaseFacts(PhaseState.PASSED, 900L, 240, 1200L, 1));
                            assertThat(close.there()).isEqualTo(new PhaseFacts(PhaseState.PASSED, 600L, 240, 600L, 0));
                        },
                        migrate -> assertThat(migrate.steps()).singleElement().satisfies(step -> {
                            assertThat(step.lane()).isEqualTo("api");
                            assertThat(step.here()).isEqualTo(new StepFacts(StepState.DONE, 2400L, 2));
                            assertThat(step.there()).isEqualTo(new StepFacts(StepState.DONE, 1200L, 2));
                        }));
    }

    @Test
    void whatIsNotOverHasNoDuration() {
        Comparison comparison = Comparison.of(Told.rehearsal().begins(0).course(), rehearsal);

        assertThat(comparison.here().seconds()).isNull();
        assertThat(comparison.phases().getFirst().here())
                .isEqualTo(new PhaseFacts(PhaseState.ACTIVE, null, 0, 600L, 0));
        assertThat(comparison.phases().getLast().steps().getFirst().here())
                .isEqualTo(new StepFacts(StepState.PENDING, null, 0));
    }

    @Test
    void onlyChecksThatWereNotSteadyAreTold() {
        assertThat(Comparison.of(production, rehearsal).checks())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.here()).isEqualTo(new CheckFacts(1, 0, 1));
                    assertThat(row.there()).isEqualTo(new CheckFacts(0, 0, 0));
                });
        assertThat(Comparison.of(rehearsal, rehearsal).checks()).isEmpty();
    }

    @Test
    void plansDifferInWhatTheirRecordsTellAndNotInWhatOneOfThemDidNotComeTo() {
        Comparison unfinished = Comparison.of(Told.rehearsal().begins(0).course(), rehearsal);

        assertThat(Comparison.of(production, rehearsal).plan())
                .containsExactly(new PlanDifference("phase/close/estimate", "PT20M", "PT10M"));
        assertThat(unfinished.plan()).extracting(PlanDifference::subject).doesNotContain("condition/app/orga/closed");
    }
}
