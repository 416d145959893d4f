package dev.migrationtower.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Ground;
import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.ForecastView.Outlook;
import dev.migrationtower.events.ForecastView.PhaseEnd;
import dev.migrationtower.events.ForecastView.Span;
import dev.migrationtower.events.ForecastView.StepEnd;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final Instant NOW = Plans.TEN;

    @Test
    void theFirstForecastIsWorthTelling() {
        assertThat(Forecast.changedEnough(null, endIn(60), NOW)).isTrue();
    }

    @Test
    void theSameAtAnotherRevisionIsNot() {
        assertThat(Forecast.changedEnough(forecast(1, span(60), null, null), forecast(2, span(60), null, null), NOW))
                .isFalse();
    }

    @Test
    void tenMinutesOfADayAreAndNineAreNot() {
        assertThat(Forecast.changedEnough(endIn(86_400), endIn(86_400 + 599), NOW))
                .isFalse();
        assertThat(Forecast.changedEnough(endIn(86_400), endIn(86_400 - 600), NOW))
                .isTrue();
    }

    @Test
    void ofShortTimesFivePercentAreEnough() {
        assertThat(Forecast.changedEnough(endIn(500), endIn(524), NOW)).isFalse();
        assertThat(Forecast.changedEnough(endIn(500), endIn(525), NOW)).isTrue();
    }

    /** While people are waited for the end is always now: that is told once a minute, not each second. */
    @Test
    void whatShouldBeOverAlreadyIsToldByTheMinute() {
        assertThat(Forecast.changedEnough(endIn(0), endIn(59), NOW.plusSeconds(59)))
                .isFalse();
        assertThat(Forecast.changedEnough(endIn(0), endIn(60), NOW.plusSeconds(60)))
                .isTrue();
    }

    @Test
    void thatItBeganToBeLateIsWorthTellingButNotEverySecondOfIt() {
        ForecastView punctual = forecast(1, span(86_400), null, null);
        ForecastView late = forecast(1, span(86_400), 1L, null);
        ForecastView later = forecast(1, span(86_400), 40L, null);

        assertThat(Forecast.changedEnough(punctual, late, NOW)).isTrue();
        assertThat(Forecast.changedEnough(late, later, NOW)).isFalse();
        assertThat(Forecast.changedEnough(late, punctual, NOW)).isTrue();
    }

    @Test
    void anotherLevelIsWorthTellingButNotEverySecondOfTheOverrun() {
        ForecastView may = forecast(1, span(86_400), null, new Outlook(Level.MAY_OVERRUN, 10L));
        ForecastView mayMore = forecast(1, span(86_400), null, new Outlook(Level.MAY_OVERRUN, 11L));
        ForecastView will = forecast(1, span(86_400), null, new Outlook(Level.WILL_OVERRUN, 10L));

        assertThat(Forecast.changedEnough(may, mayMore, NOW)).isFalse();
        assertThat(Forecast.changedEnough(may, will, NOW)).isTrue();
    }

    @Test
    void thatNobodyKnowsAnyMoreIsWorthTelling() {
        assertThat(Forecast.changedEnough(endIn(60), forecast(1, null, null, null), NOW))
                .isTrue();
        assertThat(Forecast.changedEnough(forecast(1, null, null, null), endIn(60), NOW))
                .isTrue();
    }

    @Test
    void timesThatGoToAndFroByLessThanTheyAreUnsureAreNotWorthTelling() {
        Span unsure = new Span(NOW.plusSeconds(36_000), NOW.plusSeconds(72_000));
        Span more = new Span(NOW.plusSeconds(36_000 + 1_799), NOW.plusSeconds(72_000));
        Span much = new Span(NOW.plusSeconds(36_000 + 1_800), NOW.plusSeconds(72_000));

        assertThat(Forecast.changedEnough(forecast(1, unsure, null, null), forecast(1, more, null, null), NOW))
                .isFalse();
        assertThat(Forecast.changedEnough(forecast(1, unsure, null, null), forecast(1, much, null, null), NOW))
                .isTrue();
    }

    @Test
    void theLongTimeMatters() {
        Span before = new Span(NOW.plusSeconds(3_600), NOW.plusSeconds(3_700));
        Span after = new Span(NOW.plusSeconds(3_600), NOW.plusSeconds(3_900));

        assertThat(Forecast.changedEnough(forecast(1, before, null, null), forecast(1, after, null, null), NOW))
                .isTrue();
    }

    @Test
    void theLaterItIsTheLessAMinuteMatters() {
        ForecastView late = forecast(1, span(0), 1_000L, null);

        assertThat(Forecast.changedEnough(late, with(late, span(0), span(199)), NOW))
                .isFalse();
        assertThat(Forecast.changedEnough(late, with(late, span(0), span(200)), NOW))
                .isTrue();
    }

    @Test
    void anotherGroundOrAnotherDeadlineOfTheRollbackIsWorthTelling() {
        ForecastView known = endIn(86_400);
        ForecastView slower = new ForecastView(
                1, known.end(), known.phases(), List.of(), new Ground(0, 1.2, List.of()), null, null, null);
        ForecastView deadline =
                new ForecastView(1, known.end(), known.phases(), List.of(), known.ground(), null, NOW, null);

        assertThat(Forecast.changedEnough(known, slower, NOW)).isTrue();
        assertThat(Forecast.changedEnough(known, deadline, NOW)).isTrue();
    }

    @Test
    void aStepAndThePointOfNoReturnMatterThoughTheEndStays() {
        ForecastView none = endIn(86_400);
        ForecastView soon = along(span(3_600), span(3_600), null);

        assertThat(Forecast.changedEnough(none, soon, NOW)).isTrue();
        assertThat(Forecast.changedEnough(soon, along(span(3_600), span(3_600), null), NOW))
                .isFalse();
        assertThat(Forecast.changedEnough(soon, along(span(7_200), span(3_600), null), NOW))
                .isTrue();
        assertThat(Forecast.changedEnough(soon, along(span(3_600), span(7_200), null), NOW))
                .isTrue();
        assertThat(Forecast.changedEnough(soon, along(span(3_600), span(3_600), 1L), NOW))
                .isTrue();
    }

    /** A night that ends in a day, with a step that is under way. */
    private static ForecastView along(Span step, Span noReturn, @Nullable Long late) {
        return new ForecastView(
                1,
                span(86_400),
                List.of(new PhaseEnd("migrate", span(86_400), null)),
                List.of(new StepEnd("migrate", "api", "ke", step, late)),
                new Ground(0, null, List.of()),
                null,
                null,
                noReturn);
    }

    private static ForecastView with(ForecastView known, Span end, Span phase) {
        return new ForecastView(
                1, end, List.of(new PhaseEnd("migrate", phase, 1_000L)), List.of(), known.ground(), null, null, null);
    }

    private static ForecastView endIn(long seconds) {
        return forecast(1, span(seconds), null, null);
    }

    private static Span span(long seconds) {
        return new Span(NOW.plusSeconds(seconds), NOW.plusSeconds(seconds));
    }

    private static ForecastView forecast(
            long revision, @Nullable Span end, @Nullable Long late, @Nullable Outlook window) {
        return new ForecastView(
                revision,
                end,
                List.of(new PhaseEnd("migrate", end, late)),
                List.of(),
                new Ground(0, null, List.of()),
                window,
                null,
                null);
    }
}
