package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The forecast of a run, as the fold keeps and tells it. */
class OutlookTest {
    private static ForecastView forecast(Night night) {
        return Objects.requireNonNull(night.run().view().forecast());
    }

    @Test
    void thereIsNoneBeforeTheStartAndOneFromThenOn() {
        assertThat(WholeNight.loaded().run().view().forecast()).isNull();
        assertThat(forecast(WholeNight.preparing()).end()).isNotNull();
    }

    @Test
    void itMovesWithWhatHappensAndStaysQuietOtherwise() {
        Night night = WholeNight.preparing().forgetEvents().after(Duration.ofMinutes(1));
        assertThat(night.types()).doesNotContain("forecast.changed");

        night.after(Duration.ofHours(1));
        assertThat(night.types()).contains("forecast.changed");
    }

    @Test
    void anOverrunIsToldOnceWhenItIsSeenComing() {
        Night night = WholeNight.preparing().after(Duration.ofHours(7));

        assertThat(forecast(night).window()).isNotNull();
        assertThat(forecast(night).window().level()).isIn(Level.MAY_OVERRUN, Level.WILL_OVERRUN);
        long warnings = night.events().stream()
                .filter(event -> event.type() == EventType.WINDOW_WARNING)
                .filter(event -> event.reason().startsWith("the window will probably be overrun"))
                .count();
        assertThat(warnings).isEqualTo(1);
    }

    @Test
    void peopleAreWarnedBeforeARollbackBecomesTooLate() {
        Night night = WholeNight.preparing().after(Duration.ofMinutes(301));

        assertThat(night.events())
                .filteredOn(event -> event.type() == EventType.WINDOW_WARNING)
                .extracting(Event::reason)
                .contains(
                        "if a rollback begins after 04:00, in 1 h, it will probably not be over when the window closes",
                        "if a rollback begins after 04:00, in 15 min, it will probably not be over when the window closes",
                        "a rollback begun from now on will probably not be over when the window closes");
    }

    @Test
    void timeWaitedForPeopleIsKeptApart() {
        Night night = WholeNight.awaitingGo();
        for (int second = 0; second < 120; second += 5) {
            night.after(5).seesAllAgain();
        }
        night.tellAs("anna", new Action.Go("drain"));

        assertThat(night.phase("drain").waitedSeconds()).isEqualTo(120);
        assertThat(night.phase("drain").waitingSince()).isNull();
    }

    @Test
    void whoStartsLateIsWarnedAtOnceAndOnlyOnce() {
        Night night = WholeNight.loaded().after(Duration.ofMinutes(295)).tellAs("anna", new Action.Start());

        assertThat(rollbackWarnings(night))
                .containsExactly(
                        "if a rollback begins after 04:00, in 5 min, it will probably not be over when the window closes");
        night.forgetEvents().after(Duration.ofMinutes(4));
        assertThat(rollbackWarnings(night)).isEmpty();
    }

    @Test
    void afterAnOutageTheWarningSaysWhatIsLeftAndNotWhatWas() {
        Night night = WholeNight.preparing().after(Duration.ofHours(3)).forgetEvents();

        night.afterAnOutageOf(Duration.ofMinutes(110));

        assertThat(rollbackWarnings(night))
                .containsExactly(
                        "if a rollback begins after 04:00, in 10 min, it will probably not be over when the window closes");
    }

    @Test
    void itIsWorkedOutAnewAtWhatItRestsOnAndNotAtEachLook() {
        Night night = WholeNight.closing().sees("app", "one", "status", 503).after(1);
        Instant at = workedOut(night);
        assertThat(workedOut(night.sees("app", "two", "status", 503))).isEqualTo(at);

        assertThat(workedOut(night.after(2))).as("a phase is passed").isEqualTo(night.now());
        at = workedOut(night.sees("db", "db", "sessions", 0).after(2).tellAs("anna", new Action.Go("drain")));
        assertThat(workedOut(night.unnoticed(1).logs(WholeNight.LOG, "api-1", "ke - In progress")))
                .as("a step begins")
                .isEqualTo(at.plusSeconds(1));
    }

    @Test
    void aTaskThatIsDoneMovesItAtOnce() {
        Night night = WholeNight.preparing().unnoticed(1).tellAs("anna", new Action.Done("prepare", "tell", null));

        assertThat(workedOut(night)).isEqualTo(night.now());
    }

    private static Instant workedOut(Night night) {
        return Objects.requireNonNull(night.run().memory().forecastAt());
    }

    @Test
    void theWindowIsSpokenOfOnceItIsInDangerAndWhenItIsNoLonger() {
        Night night = WholeNight.preparing();
        assertThat(windowWarnings(night)).as("it holds from the start").isEmpty();

        night.after(Duration.ofMinutes(100));
        assertThat(windowWarnings(night))
                .singleElement()
                .asString()
                .matches("the window may be overrun by up to \\d.*");

        night.tellAs("anna", new Action.Skip("migrate"));
        assertThat(windowWarnings(night)).last().isEqualTo("the window will hold after all");
    }

    @Test
    void aWindowThatIsInDangerWhenTheRunStartsIsSpokenOfAtOnce() {
        Night night = WholeNight.loaded().after(Duration.ofHours(3)).tellAs("anna", new Action.Start());

        assertThat(windowWarnings(night)).singleElement().asString().startsWith("the window may be overrun by up to ");
    }

    private static List<String> windowWarnings(Night night) {
        return night.events().stream()
                .filter(event -> event.type() == EventType.WINDOW_WARNING)
                .map(Event::reason)
                .filter(reason -> reason.startsWith("the window"))
                .toList();
    }

    private static List<String> rollbackWarnings(Night night) {
        return night.events().stream()
                .filter(event -> event.type() == EventType.WINDOW_WARNING)
                .map(Event::reason)
                .filter(reason -> reason.contains("rollback"))
                .toList();
    }
}
