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
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForecastWordsTest {
    private static final Span MORNING = span("2022-07-24T04:10:00Z", "2022-07-24T05:40:00Z");

    @Test
    void theRangeIsToldInTheZoneOfThePlanWithItsGround() {
        assertThat(words(MORNING, new Ground(2, 1.3, List.of()), null))
                .isEqualTo("end between 06:10 and 07:40; 2 earlier runs, this run is 1.3 times slower");
    }

    @Test
    void aRangeOverMidnightNamesTheDays() {
        assertThat(words(span("2022-07-23T21:50:00Z", "2022-07-23T22:10:00Z"), new Ground(1, null, List.of()), null))
                .isEqualTo("end between 23 Jul 23:50 and 24 Jul 00:10; 1 earlier run");
    }

    @Test
    void thePaceIsToldAsPeopleSayIt() {
        assertThat(pace(1.04)).endsWith("this run is as fast as expected");
        assertThat(pace(0.8)).endsWith("this run is 1.3 times faster");
        assertThat(pace(2.0)).endsWith("this run is 2 times slower");
        assertThat(pace(0.5)).endsWith("this run is at least 2 times faster");
    }

    @Test
    void anOverrunIsToldWithItsLength() {
        Ground plan = new Ground(0, null, List.of());

        assertThat(words(MORNING, plan, new Outlook(Level.HOLDS, null)))
                .isEqualTo("end between 06:10 and 07:40; by the plan's estimates");
        assertThat(words(MORNING, plan, new Outlook(Level.MAY_OVERRUN, 2400L)))
                .contains("; it may overrun the window by 40 min;");
        assertThat(words(MORNING, plan, new Outlook(Level.WILL_OVERRUN, 4200L)))
                .contains("; it will probably overrun the window by 1 h 10 min;");
    }

    @Test
    void allThatIsMissingIsNamedAndSoIsWhatIsLate() {
        ForecastView forecast = new ForecastView(
                1,
                null,
                List.of(new PhaseEnd("migrate", null, 30L)),
                List.of(new StepEnd("migrate", "api", "alter", null, 7800L)),
                new Ground(2, null, List.of("migrate", "drain")),
                null,
                null,
                null);

        assertThat(words(forecast))
                .isEqualTo(
                        "unknown: nobody said how long `migrate`, `drain` take; `alter` in `api` is late by 2 h 10 min");
    }

    @Test
    void aLatePhaseIsNamedIfNoneOfItsStepsIs() {
        ForecastView forecast = new ForecastView(
                1,
                MORNING,
                List.of(new PhaseEnd("drain", MORNING, null), new PhaseEnd("migrate", MORNING, 29L)),
                List.of(new StepEnd("migrate", "api", "alter", MORNING, null)),
                new Ground(0, null, List.of()),
                null,
                null,
                null);

        assertThat(words(forecast))
                .isEqualTo("end between 06:10 and 07:40; `migrate` is late by 29 s; by the plan's estimates");
    }

    @Test
    void aSpanIsToldInTheUnitThatMatters() {
        assertThat(lateBy(29)).isEqualTo("29 s");
        assertThat(lateBy(30)).isEqualTo("1 min");
        assertThat(lateBy(59 * 60 + 29)).isEqualTo("59 min");
        assertThat(lateBy(59 * 60 + 30)).isEqualTo("1 h");
        assertThat(lateBy(61 * 60)).isEqualTo("1 h 1 min");
        assertThat(lateBy(25 * 3600)).isEqualTo("25 h");
    }

    @Test
    void aRangeThatEndsInTheSameMinuteIsATime() {
        assertThat(words(span("2022-07-24T04:10:00Z", "2022-07-24T04:10:59Z"), new Ground(0, null, List.of()), null))
                .startsWith("end at about 06:10;");
    }

    private static String lateBy(long seconds) {
        ForecastView forecast = new ForecastView(
                1,
                null,
                List.of(new PhaseEnd("migrate", null, seconds)),
                List.of(),
                new Ground(0, null, List.of("drain")),
                null,
                null,
                null);
        return words(forecast).replace("unknown: nobody said how long `drain` takes; `migrate` is late by ", "");
    }

    private static String pace(double pace) {
        return words(MORNING, new Ground(0, pace, List.of()), null);
    }

    private static String words(Span end, Ground ground, @Nullable Outlook window) {
        return words(new ForecastView(1, end, List.of(), List.of(), ground, window, null, null));
    }

    private static String words(ForecastView forecast) {
        return Forecast.words(forecast, ZoneId.of("Europe/Paris"));
    }

    private static Span span(String p50, String p90) {
        return new Span(Instant.parse(p50), Instant.parse(p90));
    }
}
