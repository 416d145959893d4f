package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstallationTest {
    @Test
    void theNotifierIsStartedWhenThereIsSomebodyToBeToldOrAReportToBeKept() {
        assertThat(Installation.makesWorkForNotifier("TOWER_NOTIFIER_CHANNELS_TEAM_URL"))
                .isTrue();
        assertThat(Installation.makesWorkForNotifier("TOWER_NOTIFIER_REPORT_FOLDER"))
                .isTrue();
        assertThat(Installation.makesWorkForNotifier("TOWER_NOTIFIER_PAGE")).isFalse();
        assertThat(Installation.makesWorkForNotifier("PATH")).isFalse();
    }
}
