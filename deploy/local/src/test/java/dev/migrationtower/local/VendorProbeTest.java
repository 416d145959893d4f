package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VendorProbeTest {
    @Test
    void aProbeThatHasAnAccountIsStarted() {
        List<String> names = List.of("PATH", "TOWER_UPTIMEROBOT_ACCOUNTS_DEFAULT_KEY");

        assertThat(VendorProbe.UPTIMEROBOT.hasAnAccount(names)).isTrue();
        assertThat(VendorProbe.SCALINGO.hasAnAccount(names)).isFalse();
    }

    @Test
    void oneModuleMayBeSeveralProbes() {
        assertThat(VendorProbe.UPTIMEROBOT.module()).isEqualTo("probe-freshping");
        assertThat(VendorProbe.UPTIMEROBOT.service()).isEqualTo("probe-uptimerobot");
        assertThat(VendorProbe.UPTIMEROBOT.environment()).containsEntry("TOWER_PROBE", "uptimerobot");
    }
}
