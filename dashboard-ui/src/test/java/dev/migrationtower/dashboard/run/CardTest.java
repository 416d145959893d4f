package dev.migrationtower.dashboard.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.dashboard.Night;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.View.RunView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTest {
    private final RunView run = new Night("night-1").runView(7, RunState.IN_PROGRESS);

    @Test
    void itSaysWhereTheRunStandsInBothLanguages() {
        assertThat(new Card(run, false, 7).html())
                .contains("The night", "in progress", "Simulation", "to come", "revision 7");
        assertThat(new Card(run, true, 7).html())
                .contains("The night", "en cours", "à venir", "révision 7", "lang=\"fr\"");
    }

    @Test
    void itTellsWhenTheEndIsExpectedInTheZoneOfThePlan() {
        RunView forecast = run.with(new Night("night-1").forecast(8), 8);

        assertThat(new Card(forecast, false, 8).html()).contains("between Mon 00:00 and Mon 01:00 (Europe/Paris)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "</title></style><script>1</script>",
                "a\u0000b\u0008 & 'c'",
                "{{constructor}} ${7*7} %s %d"
            })
    void whatStandsInATitleIsTextInCardAndBadge(String title) {
        RunView injected = titled(title);
        String card = new Card(injected, false, 7).html();
        String badge = Badge.of(injected).svg();

        assertThat(card).doesNotContain("<script", "<img", "\u0000").containsOnlyOnce("</style>");
        assertThat(badge).doesNotContain("<script", "<img", "\u0000").containsOnlyOnce("</title>");
        assertThat(card).contains(Markup.escape(title));
        assertThat(badge).contains(Markup.escape(title));
    }

    private RunView titled(String title) {
        return new RunView(
                run.run(),
                run.revision(),
                run.plan(),
                run.planVersion(),
                Text.of(title),
                null,
                run.links(),
                run.mode(),
                run.state(),
                run.timezone(),
                null,
                run.loadedAt(),
                null,
                null,
                false,
                run.proposals(),
                run.announcements(),
                null,
                null,
                run.phases(),
                null,
                null,
                null);
    }
}
