package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.test.browser.Chromium;
import dev.migrationtower.test.browser.Look;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The night of the demo, seen by a real Prometheus and in real browsers: at a desk and on a phone by those who work, by the public,
 * and on two walls, of which one hangs behind a balancer.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NightIT {
    private static final String PLANTED = "planted-" + UUID.randomUUID();
    /** What stands in the plan, in what people say, and in what the estate answers, and is nobody's business. */
    private static final List<String> NOT_FOR_THE_PUBLIC = List.of(
            PLANTED,
            "127.0.0.1",
            "localhost",
            "osc-secnum",
            "-one-off",
            "etl-1",
            "autopilot",
            "answerId",
            "status ==",
            "sessions ==",
            "knowledge-elements",
            "freshping",
            "datadog",
            "probe-http");
    /** All instances of the dashboard believe what one of them signed. */
    private static final Map<String, String> TOGETHER = Map.of(
            "TOWER_ACCESS_KEY", "the key of this night, thirty-two bytes or more",
            "TOWER_ACCESS_TRUST_THIS_MACHINE", "true");

    private static Prometheus prometheus;

    @AfterAll
    static void stop() throws Exception {
        if (prometheus != null) {
            prometheus.close();
        }
    }

    @Test
    @Order(1)
    void theNightIsSeenByAllFromRedToGreenPushedAndWithoutAHole() throws Exception {
        try (TeamChat team = new TeamChat();
                LiveTower tower = LiveTower.start("night", environment(team), "demo", "--speed", "4", "--manual");
                Chromium browser = new Chromium()) {
            String run = tower.awaitRun();
            if (Prometheus.isHere("prometheus")) {
                prometheus = Prometheus.watching(tower);
            }
            try (LiveService second = secondDashboard(tower);
                    Balancer balancer = new Balancer(tower.page())) {
                Onlookers all =
                        new Onlookers(tower.page(), balancer.page(), "/runs/" + run, wallLink(tower, run), browser);
                Onlooker operator = all.operator();

                all.await("the run waits for its start", "tower.state.run.state === 'scheduled'");
                operator.await("all was looked at", "[...tower.state.checks.values()].every((c) => c.saw)");
                all.lookAtThe("start");
                operator.page().locator("[name=author]").first().fill("oncall-a");
                operator.presses("Start the run");
                operator.presses("Done: Freeze deployments");
                operator.presses("Done");

                operator.await("the close phase is under way", "phase('close').state === 'active'");
                operator.beginsToWatchForMoves();
                operator.await("all applications are green", "__notes.apps.at(-1).split(':met').length === 4");
                operator.sawNothingMove();
                assertGreensOneByOne(operator);
                all.each(Onlooker::wasPushedTo);

                operator.await("a decision is asked for", "phase('drain').state === 'awaiting-decision'");
                all.lookAtThe("decision");
                somebodySaysWhatIsNotForAll(tower, run);
                aProbeThatFallsSilentTurnsItsCardsGrey(tower, all);
                theDashboardComesBackUnderTheOpenPages(tower, second, balancer, all);
                operator.presses("Go");

                operator.await(
                        "a breach was seen", "tower.state.events.some((e) => e.type.includes('breach.detected'))");
                all.lookAtThe("breach");
                operator.await("the last phase but one", "phase('verify').state === 'active'");
                operator.presses("Done: Compare row counts");
                operator.presses("Done");
                operator.await("a decision is asked for", "phase('verify').state === 'awaiting-decision'");
                all.lookAtThe("second-decision");
                operator.presses("Go");
                operator.await("the run is completed", "tower.state.run.state === 'completed'");
                all.lookAtThe("end");

                allKnowTheWholeRecord(tower, run, all);
                theBreachIsLookedBackAt(tower, browser, run);
                whoComesNowSeesTheSame(all, browser);
                theTeamWasToldEachThingOnce(team);
                all.each(Onlooker::sawOldNewsNeverInTheColoursOfNewOnes);
                oneByteOfTheEvidenceThatIsChangedIsFound(tower, run);
                assertThat(operator.heard()).contains(PLANTED);
                assertThat(all.anybody().heard()).contains("announcement").doesNotContain(NOT_FOR_THE_PUBLIC);
            }
        }
    }

    @Test
    @Order(2)
    void everyPanelOfTheDashboardForGrafanaShowedTheNight() throws Exception {
        Assumptions.assumeTrue(prometheus != null, "prometheus is not installed (Debian: apt-get install prometheus)");

        SoftAssertions soft = new SoftAssertions();
        StringBuilder counted = new StringBuilder();
        for (Dashboard.Question question : Dashboard.questions()) {
            int series = prometheus.series(question.expression());
            soft.assertThat(series).as(question.toString()).isPositive();
            counted.append("%3d  %s: %s%n".formatted(series, question.of(), question.expression()));
        }
        Files.writeString(Path.of("target", "grafana-series.txt"), counted);
        soft.assertThat(prometheus.rulesInTrouble()).isEmpty();
        soft.assertAll();
    }

    private static Map<String, String> environment(TeamChat team) {
        Map<String, String> environment = new HashMap<>(TOGETHER);
        environment.putAll(team.environment());
        return environment;
    }

    private static String wallLink(LiveTower tower, String run) throws Exception {
        HttpResponse<String> opened = post(tower, "/api/v1/runs/" + run + "/wall-links", "{\"label\": \"hall\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        return Json.mapper().readTree(opened.body()).path("href").asText();
    }

    private static void somebodySaysWhatIsNotForAll(LiveTower tower, String run) {
        for (String command : List.of(
                "{\"type\": \"comment\", \"author\": \"%1$s\", \"text\": \"the password is %1$s\"}",
                "{\"type\": \"announce\", \"author\": \"%1$s\", \"reason\": \"%1$s\", \"text\":"
                        + " {\"en\": \"All as planned.\", \"fr\": \"Tout se passe comme prévu.\"}}")) {
            HttpResponse<String> said = post(tower, "/api/v1/runs/" + run + "/commands", command.formatted(PLANTED));
            assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> post(LiveTower tower, String path, String body) {
        return tower.send(HttpRequest.newBuilder(tower.page().resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static void aProbeThatFallsSilentTurnsItsCardsGrey(LiveTower tower, Onlookers all) throws Exception {
        tower.signal("probe-http", "STOP");
        try {
            all.operator()
                    .await("cards of a silent probe are unknown", "verdicts('app').every((v) => v === 'unknown')");
            all.lookAtThe("silent");
        } finally {
            tower.signal("probe-http", "CONT");
        }
        all.operator().await("cards recover", "verdicts('app').every((v) => v === 'met')");
    }

    /** One more instance on the same Kafka. */
    private static LiveService secondDashboard(LiveTower tower) throws IOException {
        Map<String, String> environment = new HashMap<>(TOGETHER);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", tower.bootstrap());
        environment.put("TOWER_INSTANCE", "dashboard-ui-2");
        return LiveService.start("dashboard-ui", "second-dashboard", environment);
    }

    /** The French go on at another instance; the others wait for theirs. */
    private static void theDashboardComesBackUnderTheOpenPages(
            LiveTower tower, LiveService second, Balancer balancer, Onlookers all) throws Exception {
        long before = all.operator().number("tower.revision");
        await("the second dashboard is ready")
                .atMost(Duration.ofMinutes(1))
                .until(() -> tower.status(second.address() + "/q/health/ready") == 200);
        balancer.turnTo(second.address());
        tower.kill("dashboard-ui");
        all.await("it was said that this is not live", "__notes.lost > 0");
        all.await("it is live again", "tower.link === 'live' && tower.revision > " + before);
        all.french().forEach(Onlooker::wentOnWhereItWas);
    }

    private static void allKnowTheWholeRecord(LiveTower tower, String run, Onlookers all) throws Exception {
        List<Event> record = tower.record(run);
        assertThat(record)
                .extracting(Event::revision)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, record.size()).boxed().toList());
        all.await("it is up to date", "tower.revision === " + record.getLast().revision());
        all.each(onlooker -> assertThat(onlooker.number("tower.gaps"))
                .as(onlooker.toString())
                .isZero());
    }

    /** Of each kind one opens the page anew, at the instance to which the others came. */
    private static void whoComesNowSeesTheSame(Onlookers all, Chromium browser) {
        for (Onlooker onlooker : all.french()) {
            Onlooker fresh = onlooker.again(browser);
            fresh.await("it is up to date", "tower.revision === " + onlooker.number("tower.revision"));
            assertThat(onlooker.state()).isEqualTo(fresh.state());
            fresh.close();
        }
    }

    /** The dashboard was restarted since: what it did not see itself is in the record. */
    private static void theBreachIsLookedBackAt(LiveTower tower, Chromium browser, String run) {
        Look desk = Look.AT_A_DESK.as(null);
        Onlooker later = Onlooker.at(tower.page() + "/runs/" + run + "?at=1", "operator", desk, browser);
        later.page().getByText("Next breach").click();
        later.await(
                "the breach is shown",
                "tower.link === 'past' && [...tower.state.checks.values()]"
                        + ".some((c) => c.expectations.some((e) => e.breachedSince))");
        later.page().locator(".band.past").waitFor();
        later.turnTo(desk, "looked-back-at");
        later.close();
    }

    private static void theTeamWasToldEachThingOnce(TeamChat team) {
        await("the team is told of the end")
                .atMost(Duration.ofSeconds(30))
                .until(() -> team.headlines().stream().anyMatch(headline -> headline.contains("completed")));
        List<String> told = team.headlines().stream()
                .map(headline -> headline.replaceAll(".*\\[SIMULATION] answers table to bigint: ", ""))
                .toList();
        assertThat(told)
                .doesNotHaveDuplicates()
                .containsSubsequence(
                        "started",
                        "Put in maintenance begins",
                        "go or no-go? Drain connections waits for it",
                        "Migrate begins",
                        "Verify begins",
                        "Reopen begins",
                        "completed")
                .contains("announcement")
                .anySatisfy(
                        headline -> assertThat(headline).startsWith("Pix Orga").contains("as it should be"));
    }

    private static void oneByteOfTheEvidenceThatIsChangedIsFound(LiveTower tower, String run) throws Exception {
        Path evidence = tower.download("/api/v1/runs/" + run + "/evidence.zip", "evidence.zip");
        assertThat(LiveTower.verify(evidence)).isZero();

        try (FileSystem zip = FileSystems.newFileSystem(evidence)) {
            byte[] chain = Files.readAllBytes(zip.getPath("events.ndjson"));
            chain[chain.length / 2] ^= 1;
            Files.write(zip.getPath("events.ndjson"), chain);
        }
        assertThat(LiveTower.verify(evidence)).isEqualTo(1);
    }

    /** What the cards said in turn: none green, one, two, three. */
    private static void assertGreensOneByOne(Onlooker operator) {
        assertThat((List<?>) operator.ask("__notes.apps"))
                .extracting(cards -> cards.toString().split(":met", -1).length - 1)
                .containsSubsequence(0, 1, 2, 3);
    }
}
