package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The alert rules that are shipped, by Prometheus' own tool. */
class AlertRulesIT {
    private static final Path SHIPPED = Path.of("..", "deploy", "prometheus");

    @BeforeAll
    static void promtoolIsHere() {
        Assumptions.assumeTrue(
                Prometheus.isHere("promtool"), "promtool is not installed (Debian: apt-get install prometheus)");
    }

    @Test
    void prometheusTakesThemWithTheConfigurationThatIsShipped() throws Exception {
        assertThat(promtool("check", "config", "prometheus.yaml"))
                .contains("SUCCESS: prometheus.yaml is valid prometheus config file")
                .contains("SUCCESS: %d rules found".formatted(alerts().size()));
    }

    @Test
    void theyFireAndFallSilentWhenTheirTestsSayIt() throws Exception {
        assertThat(promtool("test", "rules", "alerts.test.yaml")).contains("SUCCESS");
    }

    @Test
    void noneIsWithoutATest() throws Exception {
        assertThat(Files.readString(SHIPPED.resolve("alerts.test.yaml"))).contains(alerts());
    }

    private static List<String> alerts() throws Exception {
        return Pattern.compile("- alert: (\\w+)")
                .matcher(Files.readString(SHIPPED.resolve("alerts.yaml")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** What it says; it ends with 0. */
    private static String promtool(String... arguments) throws Exception {
        Process promtool = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments))
                        .toList())
                .directory(SHIPPED.toFile())
                .redirectErrorStream(true)
                .start();
        String findings = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(findings).isZero();
        return findings;
    }
}
