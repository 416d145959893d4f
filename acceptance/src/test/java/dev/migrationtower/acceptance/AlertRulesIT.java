package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The alert rules that are shipped, by Prometheus' own tool. */
class AlertRulesIT {
    @Test
    void theyFireAndFallSilentWhenTheirTestsSayIt() throws Exception {
        Assumptions.assumeTrue(
                Prometheus.isHere("promtool"), "promtool is not installed (Debian: apt-get install prometheus)");
        Process promtool = new ProcessBuilder("promtool", "test", "rules", "alerts.test.yaml")
                .directory(Path.of("..", "deploy", "prometheus").toFile())
                .redirectErrorStream(true)
                .start();

        String findings = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(findings).isZero();
        assertThat(findings).contains("SUCCESS");
    }
}
