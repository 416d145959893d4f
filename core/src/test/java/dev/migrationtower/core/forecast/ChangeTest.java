package dev.migrationtower.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Ground;
import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.ForecastView.Outlook;
import dev.migrationtower.events.ForecastView.PhaseEnd;
import dev.migrationtower.events.ForecastView.Span;
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
