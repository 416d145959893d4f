package dev.migrationtower.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.core.plan.Phase.Hold;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
    private final Plan night = Plans.read(Plans.NIGHT);

    @Test
    void theHeadIsRead() {
        assertThat(night.id()).isEqualTo("bigint-answers");
        assertThat(night.title().in("fr")).isEqualTo("Passage en bigint de la table answers");
        assertThat(night.timezone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(night.window())
                .isEqualTo(new Window(Instant.parse("2022-07-23T20:00:00Z"), Instant.parse("2022-07-24T10:00:00Z")));
    }

    @Test
    void checksAndPhasesKeepTheirOrder() {
        assertThat(night.checks().keySet()).containsExactly("app", "gateway", "connections", "bigint");
        assertThat(night.phases()).extracting(Phase::id).containsExactly("close", "drain", "verify", "reopen");
        assertThat(night.check("connections").states().keySet()).containsExactly("drained", "migrating", "normal");
    }

    @Test
    void everyItemGetsItsOwnWords() {
        Check.Item certif = night.check("app").items().get(1);

        assertThat(certif.id()).isEqualTo("certif");
        assertThat(certif.name()).isEqualTo(Text.of("Pix Certif"));
        assertThat(certif.link()).isEqualTo("https://certif.example.org");
        assertThat(certif.settings()).containsEntry("url", "https://certif.example.org");
        assertThat(night.check("gateway").items().get(1).settings())
                .containsEntry("url", "https://gateway.example.org/api/token");
    }

    @Test
    void aSecretOfTheProbesEnvironmentIsLeftToTheProbe() {
        assertThat(night.check("app").items().getFirst().settings())
                .containsEntry("headers", Map.of("Authorization", "Bearer ${APP_TOKEN}"));
    }

    @Test
    void settingsHaveTheTypesOfTheSchema() {
        assertThat(night.check("app").items().getFirst().settings())
                .containsEntry("followRedirects", false)
                .containsEntry("timeout", "5s");
        assertThat(night.check("connections").items().getFirst().settings())
                .containsEntry("ignore", Map.of("applications", List.of("pix-db-stats"), "users", List.of("admin")));
    }

    @Test
    void aCheckWithoutForEachIsItsOnlyItem() {
        assertThat(night.check("bigint").items()).extracting(Check.Item::id).containsExactly("bigint");
    }

    @Test
    void whatACheckSaysOverridesTheDefaults() {
        assertThat(night.check("app").freshness()).isEqualTo(Duration.ofSeconds(5));
        assertThat(night.check("connections").freshness()).isEqualTo(Duration.ofSeconds(60));
        assertThat(night.check("connections").interval()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aGateIsRead() {
        Phase drain = night.phases().get(1);

        assertThat(drain.title()).isEqualTo(Text.of("drain"));
        assertThat(drain.gate().require().of())
                .containsExactly(new Requirement.InState("connections", "drained", false));
        assertThat(drain.gate().sustain()).isEqualTo(Duration.ofMinutes(2));
        assertThat(drain.gate().hold()).isEqualTo(new Hold("verify", "migrating"));
        assertThat(drain.gate().decision()).satisfies(decision -> {
            assertThat(decision.role()).isEqualTo("cutover-lead");
            assertThat(decision.approvals()).isEqualTo(1);
            assertThat(decision.question().in("fr")).isEqualTo("On lance ?");
        });
        assertThat(night.phases().get(3).estimate())
                .isEqualTo(new Estimate(Duration.ofMinutes(90), Duration.ofMinutes(90)));
    }

    @Test
    void aMinimalPlanGetsTheDefaultsOfTheTower() {
        Plan plan = Plans.read("""
                tower: 1
                id: small
                title: Small
                checks:
                  api: {probe: http, with: {url: "http://localhost"}, states: {up: "status == 200"}}
                phases:
                  - id: only
                    gate: {require: [{check: api, is: up}]}
                """);

        assertThat(plan.timezone()).isEqualTo(ZoneOffset.UTC);
        assertThat(plan.window()).isNull();
        assertThat(plan.check("api"))
                .extracting(Check::interval, Check::freshness, Check::breachAfter)
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(20));
        assertThat(plan.phases().getFirst().gate().sustain()).isEqualTo(Duration.ofSeconds(30));
        assertThat(plan.phases().getFirst().gate().decision()).isNull();
    }
}
