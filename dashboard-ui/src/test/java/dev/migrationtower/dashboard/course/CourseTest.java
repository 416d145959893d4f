package dev.migrationtower.dashboard.course;

import static dev.migrationtower.dashboard.course.Told.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {
    @Test
    void theRunStandsAsItsLastEventsLeftIt() {
        Course course = Told.rehearsal().whole(10, 20).course();

        assertThat(course.run()).hasValueSatisfying(run -> {
            assertThat(run.state()).isEqualTo(RunState.COMPLETED);
            assertThat(run.phases().getFirst().endedAt()).isEqualTo(at(10));
        });
        assertThat(course.first()).isEqualTo(1);
        assertThat(course.last()).isEqualTo(6);
        assertThat(course.missing()).isZero();
        assertThat(new Course().run()).isEmpty();
    }

    @Test
    void aBreachHasItsBeginningAndItsEndAndOneThatGoesOnHasNone() {
        Told told = Told.rehearsal()
                .begins(0)
                .sees(1, Verdict.MET, null)
                .sees(5, Verdict.NOT_MET, 4)
                .sees(6, Verdict.NOT_MET, 4)
                .sees(9, Verdict.MET, null)
                .sees(12, Verdict.NOT_MET, 11);

        assertThat(told.course().breaches())
                .extracting(Breach::from, Breach::to)
                .containsExactly(tuple(at(4), at(9)), tuple(at(11), null));
    }

    @Test
    void whatFellBackIsCountedAndNotHowItCameToBe() {
        Told told = Told.rehearsal()
                .begins(0)
                .sees(1, Verdict.NOT_MET, null)
                .sees(2, Verdict.MET, null)
                .sees(3, Verdict.UNKNOWN, null)
                .sees(4, Verdict.NOT_MET, null)
                .sees(5, Verdict.MET, null)
                .sees(6, Verdict.NOT_MET, null);

        assertThat(told.course().steadiness()).singleElement().satisfies(item -> {
            assertThat(item.flips()).isEqualTo(2);
            assertThat(item.lost()).isEqualTo(1);
        });
    }

    @Test
    void whatPeopleSaidIsKeptAlsoWhenItNoLongerStands() {
        Course course =
                Told.rehearsal().begins(0).passes(10).begins(11).comment(12).course();

        assertThat(course.said("close")).hasSize(1);
        assertThat(course.said("migrate")).isEmpty();
        assertThat(course.waivers()).singleElement().satisfies(waived -> {
            assertThat(waived.waiver().criterion()).isEqualTo("check/app/orga");
            assertThat(waived.over()).isEqualTo(at(11));
        });
        assertThat(course.comments()).hasSize(1);
    }

    @Test
    void revisionsThatAreMissingAreCounted() {
        Course course = new Course();
        List.of(0, 3)
                .forEach(i -> course.take(Told.rehearsal().whole(1, 1).events().get(i)));

        assertThat(course.missing()).isEqualTo(2);
    }
}
