package dev.migrationtower.probe.runtime;

import static dev.migrationtower.probe.runtime.kit.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.CheckSpec;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final CheckSpec CHECK = check("http", Map.of("url", "http://a/"));
    private static final CheckSpec CHANGED = check("http", Map.of("url", "http://b/"));

    private final Schedule schedule = new Schedule(2);

    @Test
    void aNewCheckIsDueAtOnce() {
        schedule.put(CHECK, 0);

        assertThat(schedule.takeDue(SECOND / 10)).containsExactly(CHECK);
    }

    @Test
    void aCheckThatIsWithdrawnRightAwayIsNeverLookedAt() {
        schedule.put(CHECK, 0);
        schedule.remove(CHECK.key());

        assertThat(schedule.takeDue(SECOND)).isEmpty();
        assertThat(schedule.nextDue()).isEmpty();
        assertThat(schedule.size()).isZero();
    }

    @Test
    void theSecondLookComesWithinAnIntervalAndTheOthersEveryInterval() {
        schedule.put(CHECK, 0);
        long first = lookAt(SECOND / 20);
        long second = lookAt(schedule.nextDue().orElseThrow());
        long third = lookAt(schedule.nextDue().orElseThrow());

        assertThat(second - first).isBetween(SECOND / 2, SECOND);
        assertThat(third - second).isEqualTo(SECOND);
    }

    @Test
    void checksThatCameTogetherDoNotStayInStep() {
        Schedule wide = new Schedule(1_000);
        IntStream.range(0, 1_000).forEach(i -> wide.put(check("i" + i, "http", Map.of()), 0));
        wide.takeDue(SECOND).forEach(check -> wide.done(check.key(), SECOND / 20));

        int[] perTenth = new int[10];
        for (int tenth = 5; tenth < 10; tenth++) {
            perTenth[tenth] =
                    wide.takeDue((tenth + 1) * SECOND / 10 + SECOND / 20).size();
        }
        assertThat(perTenth).endsWith(perTenth[5], perTenth[6], perTenth[7], perTenth[8], perTenth[9]);
        assertThat(IntStream.of(perTenth).skip(5))
                .allSatisfy(looks -> assertThat(looks).isBetween(100, 300));
    }

    @Test
    void aCheckIsNotLookedAtTwiceAtTheSameTime() {
        schedule.put(CHECK, 0);
        schedule.takeDue(SECOND);

        assertThat(schedule.takeDue(10 * SECOND)).isEmpty();
    }

    @Test
    void timesThatALongLookRanOverAreNotMadeUpFor() {
        schedule.put(CHECK, 0);
        lookAt(SECOND / 20);
        schedule.takeDue(schedule.nextDue().orElseThrow());
        schedule.done(CHECK.key(), 10 * SECOND);

        assertThat(schedule.takeDue(10 * SECOND)).isEmpty();
        assertThat(schedule.nextDue().orElseThrow()).isBetween(10 * SECOND, 11 * SECOND);
    }

    @Test
    void theSameCheckAgainChangesNothing() {
        schedule.put(CHECK, 0);
        lookAt(SECOND / 20);
        long due = schedule.nextDue().orElseThrow();

        schedule.put(CHECK, SECOND / 10);

        assertThat(schedule.nextDue()).hasValue(due);
    }

    @Test
    void aChangedCheckIsDueAtOnce() {
        schedule.put(CHECK, 0);
        lookAt(SECOND / 20);

        schedule.put(CHANGED, SECOND / 10);

        assertThat(schedule.takeDue(SECOND / 5)).containsExactly(CHANGED);
    }

    @Test
    void aLookThatACheckWasChangedUnderDoesNotCountAndIsFollowedByANewOne() {
        schedule.put(CHECK, 0);
        schedule.takeDue(SECOND);
        schedule.put(CHANGED, SECOND);
        assertThat(schedule.takeDue(2 * SECOND)).as("never two looks at a time").isEmpty();

        assertThat(schedule.done(CHECK.key(), 3 * SECOND)).isFalse();
        assertThat(schedule.takeDue(3 * SECOND)).containsExactly(CHANGED);
    }

    /** The topic of checks is read anew after a rebalance, older versions of a check first. */
    @Test
    void aLookCountsIfTheCheckIsTheSameAgain() {
        schedule.put(CHECK, 0);
        schedule.takeDue(SECOND);
        schedule.put(CHANGED, SECOND);
        schedule.put(CHECK, SECOND);

        assertThat(schedule.done(CHECK.key(), SECOND)).isTrue();
    }

    @Test
    void aLookThatACheckWasWithdrawnUnderDoesNotCount() {
        schedule.put(CHECK, 0);
        schedule.takeDue(SECOND);
        schedule.remove(CHECK.key());

        assertThat(schedule.done(CHECK.key(), SECOND)).isFalse();
        assertThat(schedule.nextDue()).isEmpty();
    }

    @Test
    void noMoreLooksThanAllowedAreTakenAndNobodyWaitsForTheImpossible() {
        IntStream.range(0, 3).forEach(i -> schedule.put(check("i" + i, "http", Map.of()), 0));

        assertThat(schedule.takeDue(SECOND)).hasSize(2);
        assertThat(schedule.nextDue()).isEmpty();
        schedule.done(check("i0", "http", Map.of()).key(), SECOND);
        assertThat(schedule.takeDue(SECOND)).hasSize(1);
    }

    @Test
    void aCheckIsLateWhenItsLookIsOverdueByMoreThanItsFreshness() {
        schedule.put(CHECK, 0);

        assertThat(schedule.late(3 * SECOND)).isEmpty();
        assertThat(schedule.late(4 * SECOND)).containsExactly(CHECK.key());
    }

    private long lookAt(long now) {
        schedule.takeDue(now).forEach(check -> schedule.done(check.key(), now));
        return now;
    }
}
