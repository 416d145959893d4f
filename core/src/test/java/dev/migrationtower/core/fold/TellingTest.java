package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TellingTest {

    @Test
    void aValueThatMovesIsToldAtMostOnceASecond() {
        Night night = Night.started().sees("db", "db", "sessions", 10).after(5).forgetEvents();

        for (int i = 0; i < 50; i++) {
            night.after(Duration.ofMillis(100)).sees("db", "db", "sessions", 11 + i);
        }

        assertThat(night.types()).hasSizeBetween(4, 6).containsOnly("check.observed");
    }

    @Test
    void theLastValueIsToldInTheEnd() {
        Night night = Night.started().sees("db", "db", "sessions", 10);
        night.after(Duration.ofMillis(100)).sees("db", "db", "sessions", 7).forgetEvents();

        night.after(1);

        assertThat(night.only(EventType.CHECK_OBSERVED).view())
                .isInstanceOfSatisfying(
                        dev.migrationtower.events.View.CheckView.class,
                        check -> assertThat(check.saw().values()).containsEntry("sessions", 7));
    }

    @Test
    void aChangeOfVerdictIsToldAtOnce() {
        Night night = Night.started()
                .sees("app", "one", "status", 200)
                .after(Duration.ofMillis(10))
                .forgetEvents();

        night.sees("app", "one", "status", 503);

        assertThat(night.types()).contains("check.changed");
    }

    @Test
    void anEventNamesTheObservationBehindItAndWhenItWasMade() {
        Night night = Night.started().after(1).forgetEvents().sees("app", "one", "status", 200);

        assertThat(night.only(EventType.CHECK_CHANGED).cause()).startsWith("o");
        assertThat(night.only(EventType.CHECK_CHANGED).observedAt()).isEqualTo(night.now());
    }

    @Test
    void oneObservationTouchesOneCheckHoweverManyThereAre() {
        Night night = Night.started().sees("app", "one", "status", 200);

        assertThat(night.last().touched()).containsExactly(dev.migrationtower.events.CheckKey.parse("night-1/app/one"));
        assertThat(night.last().views().keySet()).containsExactly("night-1", "night-1/app/one");
    }

    @Test
    void theFirstLookAtSomethingThatNobodyWaitsForIsNoNewsAndAnotherStateIs() {
        Night night = Night.loaded().forgetEvents().sees("db", "db", "sessions", 9);
        assertThat(night.types()).containsExactly("check.observed");

        night.after(5).forgetEvents().sees("db", "db", "sessions", 0);
        assertThat(night.types()).containsExactly("check.changed");
    }

    @Test
    void aPhaseThatBeginsTellsWhatItAsksForOfWhatWasSeenBefore() {
        Night night = Night.started().sees("db", "db", "sessions", 9).after(1).forgetEvents();

        night.sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503)
                .after(2);

        assertThat(night.events())
                .filteredOn(event -> event.subject().equals("check/db/db"))
                .extracting(Event::reason)
                .containsExactly("db: expected sessions == 0, saw sessions 9");
    }

    @Test
    void aWaiverIsToldOfTheCheckThatItIsOf() {
        Night night = Night.draining().sees("db", "db", "sessions", 9).forgetEvents();

        night.tell(new Action.Waive("drain", "check/db", null));

        assertThat(night.events())
                .filteredOn(event -> event.subject().equals("check/db/db"))
                .singleElement()
                .extracting(Event::view)
                .isInstanceOfSatisfying(
                        dev.migrationtower.events.View.CheckView.class,
                        check -> assertThat(check.expectations())
                                .singleElement()
                                .satisfies(it -> assertThat(it.waived()).isTrue()));
    }
}
