package dev.migrationtower.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.migrationtower.core.plan.Announce.Moment;
import dev.migrationtower.core.plan.Announce.Occasion;
import dev.migrationtower.core.plan.Phase.Hold;
import dev.migrationtower.core.plan.Phase.Task;
import dev.migrationtower.core.plan.Requirement.InState;
import dev.migrationtower.core.plan.Requirement.StepsDone;
import dev.migrationtower.core.plan.Requirement.TasksDone;
import dev.migrationtower.core.plan.Script.Lane;
import dev.migrationtower.core.plan.Script.Source;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View.Link;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plan of the night of 23 July 2022 has every key of the format. */
class WholePlanTest {
    private final Plan pix = Plans.read(Plans.PIX);

    @Test
    void theHeadSaysWhoAndWhere() {
        assertThat(pix.owner()).isEqualTo("team-platform");
        assertThat(pix.links()).containsExactly(new Link("runbook", "https://wiki.example.org/plan-de-mep"));
        assertThat(pix.roles().values())
                .containsExactly(
                        new Role("cutover-lead", List.of("oncall-a"), List.of("oncall-b")),
                        new Role("database", List.of("dba-a"), List.of("dba-b")),
                        new Role("business-approver", List.of("product-a"), List.of("product-b")));
    }

    @Test
    void peopleOutsideAreToldOnTheseOccasions() {
        assertThat(pix.announce()).satisfies(announce -> {
            assertThat(announce.every()).isEqualTo(Duration.ofHours(2));
            assertThat(announce.at())
                    .containsExactly(
                            new Moment.Before(Duration.ofHours(24)),
                            new Moment.Before(Duration.ofHours(1)),
                            new Moment.Before(Duration.ofMinutes(10)),
                            new Moment.When(Occasion.START),
                            new Moment.When(Occasion.PHASE),
                            new Moment.When(Occasion.BREACH),
                            new Moment.When(Occasion.OVERRUN),
                            new Moment.When(Occasion.END));
        });
    }

    @Test
    void whatIsSaidOfAStateHasTheItemsWords() {
        Check.Item orga = pix.check("app").items().get(2);

        assertThat(orga.says().keySet()).containsExactlyInAnyOrder("closed", "open", Check.Item.UNKNOWN);
        assertThat(orga.says().get("closed"))
                .isEqualTo(new Text(Map.of(
                        "fr",
                        "Pix Orga est en maintenance, comme prévu",
                        "en",
                        "Pix Orga is in maintenance, as planned")));
    }

    @Test
    void aCheckCanWarnWithoutHoldingAGate() {
        assertThat(pix.check("disk").severity()).isEqualTo(Severity.WARN);
        assertThat(pix.check("app").severity()).isEqualTo(Severity.GATE);
    }

    @Test
    void valuesThatACheckNamesItselfStandInItsConditions() {
        var enough = pix.check("disk").state("enough");
        var gigabyte = 1_073_741_824L;

        assertThat(enough.judge(Map.of("used", 80 * gigabyte, "total", 100 * gigabyte))
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(enough.judge(Map.of("used", 90 * gigabyte, "total", 100 * gigabyte))
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
        assertThat(enough.judge(Map.of("total", 100 * gigabyte)).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void quotedStatesMayBeCalledOnAndOff() {
        assertThat(pix.check("data-platform").states().keySet()).containsExactly("off", "on");
    }

    @Test
    void deviationsAreRead() {
        assertThat(pix.deviations()).hasSize(6);
        assertThat(pix.deviations().getFirst())
                .isEqualTo(new Deviation("monitoring", "paused", "watching", "close", "reopen"));
    }

    @Test
    void aDeviationGivesTheClosingCriteriaAndTheReopeningOnes() {
        assertThat(phase("close").gate().require().of())
                .containsExactly(
                        derived("monitoring", "paused"),
                        derived("app", "closed"),
                        derived("gateway", "undeployed"),
                        derived("containers", "stopped"),
                        derived("backups", "suspended"),
                        derived("data-platform", "off"));
        assertThat(phase("reopen").gate().require().of())
                .hasSize(8)
                .startsWith(derived("monitoring", "watching"), derived("app", "open"))
                .endsWith(new InState("connections", "normal", false), new InState("smoke", "works", false));
        assertThat(phase("reopen").gate().require().isAll()).isTrue();
        assertThat(phase("reopen").gate().sustain()).isEqualTo(Duration.ofMinutes(5));
        assertThat(phase("close").gate().hold()).isEqualTo(new Hold("reopen", null));
    }

    @Test
    void tasksAreRead() {
        assertThat(phase("prepare").tasks())
                .containsExactly(new Task(
                        "freeze",
                        "cutover-lead",
                        new Text(Map.of("fr", "Geler les déploiements", "en", "Freeze deployments")),
                        minutes(10)));
        assertThat(phase("prepare").gate().require().of()).containsExactly(new TasksDone(List.of("freeze")));
    }

    @Test
    void aDecisionSaysWhoMayNotTakeIt() {
        assertThat(phase("verify").gate().decision()).satisfies(decision -> {
            assertThat(decision.role()).isEqualTo("business-approver");
            assertThat(decision.approvals()).isEqualTo(2);
            assertThat(decision.notAuthorOf()).containsExactly("migrate");
        });
        assertThat(phase("verify").gate().require().of())
                .containsExactly(new InState("bigint", "done", false), new TasksDone(List.of("count-rows")));
    }

    @Test
    void theScriptIsRead() {
        Script script = script();

        assertThat(script.lanes()).extracting(Lane::id).containsExactly("api", "datawarehouse");
        assertThat(script.heartbeat()).satisfies(heartbeat -> {
            assertThat(heartbeat.match().pattern()).isEqualTo("^alive$");
            assertThat(heartbeat.lateAfter()).isEqualTo(Duration.ofMinutes(5));
            assertThat(heartbeat.lostAfter()).isEqualTo(Duration.ofMinutes(15));
        });
        assertThat(script.failure()).isEqualTo(Pattern.compile("(?i)error|fatal|deadlock"));
        assertThat(script.ignore()).containsExactly(Pattern.compile("^Start script"));
        assertThat(script.steps())
                .extracting(Script.Step::id)
                .containsExactly("alter-ke", "alter-flash", "alter-answers", "alter-seq");
        assertThat(script.steps().getFirst().estimate())
                .isEqualTo(new Estimate(Duration.ofMinutes(510), Duration.ofHours(12)));
        assertThat(phase("migrate").gate().require().of())
                .containsExactly(new StepsDone(List.of("alter-ke", "alter-flash", "alter-answers", "alter-seq")));
        assertThat(phase("migrate").pointOfNoReturn()).satisfies(point -> {
            assertThat(point.afterStep()).isEqualTo("alter-answers");
            assertThat(point.note()).isNotNull();
        });
    }

    @Test
    void aHostBelongsToTheLaneWhoseGlobItMatchesFromEndToEnd() {
        Pattern api = script().lanes().getFirst().host();

        assertThat(api).isNotNull();
        assertThat(api.matcher("pix-api-production-one-off-1234").find()).isTrue();
        assertThat(api.matcher("my-pix-api-production-one-off-1").find()).isFalse();
        assertThat(api.matcher("pix-api-production-oneXoff-1").find()).isFalse();
    }

    @Test
    void everySourceOfAScriptIsACheckOfItsOwn() {
        assertThat(script().follow())
                .containsExactly(
                        new Source("migrate.follow", null, List.of()),
                        new Source("migrate.follow-2", "api", List.of("alter-ke", "alter-answers")));
        assertThat(pix.check("migrate.follow")).satisfies(check -> {
            assertThat(check.probe()).isEqualTo("datadog");
            assertThat(check.states()).isEmpty();
            assertThat(check.interval()).isEqualTo(Duration.ofSeconds(10));
            assertThat(check.items()).singleElement().satisfies(item -> {
                assertThat(item.id()).isEqualTo("migrate.follow");
                assertThat(item.settings())
                        .containsEntry(
                                "query",
                                "service:(pix-api-production OR pix-datawarehouse-production) host:*one\\-off*")
                        .containsEntry("text", "msg");
            });
        });
        assertThat(pix.check("migrate.follow-2").items().getFirst().settings()).isEqualTo(Map.of("datasource", "api"));
    }

    @Test
    void theWayBackIsRead() {
        assertThat(pix.rollback()).satisfies(rollback -> {
            assertThat(rollback.estimate()).isEqualTo(new Estimate(Duration.ofHours(2), Duration.ofHours(3)));
            assertThat(rollback.propose())
                    .containsExactly(new Rollback.Proposal("disk", "critical", Duration.ofMinutes(5)));
            assertThat(rollback.phases()).extracting(Phase::id).containsExactly("restore", "reopen-old");
            assertThat(rollback.phases().getLast().gate().require().of())
                    .hasSize(6)
                    .contains(derived("backups", "scheduled"));
        });
    }

    @Test
    void samplesAreReadAndTried() {
        assertThat(pix.samples())
                .hasSize(3)
                .contains(new Sample("alive", "heartbeat"), new Sample("Connected to server", "unmatched"));
    }

    private Phase phase(String id) {
        return pix.phases().stream()
                .filter(phase -> phase.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Script script() {
        Script script = phase("migrate").script();
        assertThat(script).isNotNull();
        return script;
    }

    private static InState derived(String check, String state) {
        return new InState(check, state, true);
    }

    private static Estimate minutes(long minutes) {
        return new Estimate(Duration.ofMinutes(minutes), Duration.ofMinutes(minutes));
    }
}
