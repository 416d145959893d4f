package dev.migrationtower.dashboard.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.dashboard.Night;
import dev.migrationtower.events.RunState;
import org.junit.jupiter.api.Test;

class BadgeTest {
    private final Night night = new Night("night-1");

    @Test
    void aRunThatNobodyStartedIsNeutral() {
        Badge badge = Badge.of(night.runView(1, RunState.SCHEDULED));

        assertThat(badge).isEqualTo(new Badge("The night", "scheduled", Badge.Colour.NEUTRAL));
    }

    @Test
    void aCompletedRunIsGreen() {
        assertThat(Badge.of(night.runView(1, RunState.COMPLETED)).colour()).isEqualTo(Badge.Colour.MET);
    }

    @Test
    void whatItSaysCannotBreakThePicture() {
        String svg = new Badge("<a> & \"b\"", "met", Badge.Colour.MET).svg();

        assertThat(svg).contains("&lt;a&gt; &amp; &quot;b&quot;").doesNotContain("<a>");
    }
}
