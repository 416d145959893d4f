package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.migrationtower.events.Event;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The night of the demo, seen in a real browser and by a real Prometheus. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NightIT {
    private static Prometheus prometheus;

    @AfterAll
    static void stop() throws Exception {
        if (prometheus != null) {
            prometheus.close();
        }
    }

    /** Keeps, in the page, what the cards of the applications said, each time that it changed. */
    private static final String RECORDER = """
            window.__seen = [];
            setInterval(() => {
              const state = window.__tower?.state;
              if (!state?.run) return;
              const now = [...state.checks.values()].filter((c) => c.check === "app")
                .map((c) => c.item + ":" + (c.verdict ?? "none")).sort().join(" ");
              if (window.__seen.at(-1) !== now) window.__seen.push(now);
            }, 50);
            """;

    @Test
    @Order(1)
    void theNightIsSeenFromRedToGreenPushedAndWithoutAHole() throws Exception {
        try (LiveTower tower = LiveTower.start("night", Map.of(), "demo", "--speed", "4");
                Browser browser = Browser.start()) {
            String run = tower.awaitRun();
            if (Prometheus.isHere("prometheus")) {
                prometheus = Prometheus.watching(tower);
            }
            Page page = browser.window();
            List<String> requests = new ArrayList<>();
            List<String> complaints = new ArrayList<>();
            page.onRequest(request -> requests.add(request.url()));
            page.onPageError(complaints::add);
            page.addInitScript(RECORDER);
            page.navigate(tower.page() + "/runs/" + run);

            awaitInPage(page, "the close phase is under way", "phase('close')?.state === 'active'");
            awaitInPage(page, "all applications are red", "verdicts('app').every((v) => v === 'not-met')");
            awaitInPage(page, "all applications are green", "window.__seen.at(-1).split(':met').length === 4");
            assertGreensOneByOne(page);
            long streams =
                    requests.stream().filter(url -> url.contains("/stream")).count();
            assertThat(streams).isEqualTo(1);
            assertThat(requests).noneMatch(url -> url.matches(".*/api/v1/runs/[^/]+$"));

            awaitInPage(page, "the drain phase is under way", "phase('drain')?.state !== 'pending'");
            aProbeThatFallsSilentTurnsItsCardsGrey(tower, page);

            theDashboardComesBackUnderTheOpenPage(tower, page);

            awaitInPage(
                    page, "a breach was seen", "tower.state.events.some((e) => e.type.includes('breach.detected'))");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "night-breach.png")));
            awaitInPage(page, "the run is completed", "tower.state.run.state === 'completed'");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "night-completed.png")));

            List<Event> record = tower.record(run);
            assertThat(record)
                    .extracting(Event::revision)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, record.size()).boxed().toList());
            assertThat(number(page, "tower.revision"))
                    .isEqualTo(record.getLast().revision());
            assertThat(number(page, "tower.gaps")).isZero();
            theBreachIsLookedBackAt(tower, page, run);
            assertThat(complaints).isEmpty();
            oneByteOfTheEvidenceThatIsChangedIsFound(tower, run);
        }
    }

    @Test
    @Order(2)
    void everyPanelOfTheDashboardForGrafanaShowedTheNight() throws Exception {
        Assumptions.assumeTrue(prometheus != null, "prometheus is not installed (Debian: apt-get install prometheus)");

        SoftAssertions soft = new SoftAssertions();
        for (Map.Entry<String, String> panel : Dashboard.expressions().entrySet()) {
            soft.assertThat(prometheus.series(panel.getValue()))
                    .as(panel.getKey() + ": " + panel.getValue())
                    .isPositive();
        }
        soft.assertThat(prometheus.rulesInTrouble()).isEmpty();
        soft.assertAll();
    }

    private static void aProbeThatFallsSilentTurnsItsCardsGrey(LiveTower tower, Page page) throws Exception {
        tower.signal("probe-http", "STOP");
        try {
            awaitInPage(page, "cards of a silent probe are unknown", "verdicts('app').every((v) => v === 'unknown')");
        } finally {
            tower.signal("probe-http", "CONT");
        }
        awaitInPage(page, "cards recover", "verdicts('app').every((v) => v === 'met')");
    }

    private static void theDashboardComesBackUnderTheOpenPage(LiveTower tower, Page page) {
        long before = number(page, "tower.revision");
        tower.kill("dashboard-ui");
        awaitInPage(page, "the page says that it is not live", "tower.link === 'lost'");
        assertThat(page.locator("lost-link").count()).isEqualTo(1);
        awaitInPage(page, "the page is live again", "tower.link === 'live' && tower.revision > " + before);
        assertThat(number(page, "tower.gaps")).isZero();
    }

    /** The dashboard was restarted since: what it did not see itself is in the record. */
    private static void theBreachIsLookedBackAt(LiveTower tower, Page page, String run) {
        page.navigate(tower.page() + "/runs/" + run + "?at=1");
        page.getByText("Next breach").click();
        awaitInPage(
                page,
                "the breach is shown",
                "tower.link === 'past' && [...tower.state.checks.values()]"
                        + ".some((c) => c.expectations.some((e) => e.breachedSince))");
        page.locator(".band.past").waitFor();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "night-past.png")));
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
    private static void assertGreensOneByOne(Page page) {
        List<?> seen = (List<?>) page.evaluate("() => window.__seen");
        assertThat(seen)
                .extracting(cards -> cards.toString().split(":met", -1).length - 1)
                .containsSubsequence(0, 1, 2, 3);
    }

    private static void awaitInPage(Page page, String what, String condition) {
        page.waitForFunction(
                """
                () => {
                  const tower = window.__tower;
                  const phase = (id) => tower.state.run?.phases.find((p) => p.id === id);
                  const verdicts = (check) => [...tower.state.checks.values()]
                    .filter((c) => c.check === check).map((c) => c.verdict);
                  return tower?.state.run && (%s);
                }
                """.formatted(condition),
                null,
                new Page.WaitForFunctionOptions()
                        .setTimeout(Duration.ofMinutes(2).toMillis()));
    }

    private static long number(Page page, String expression) {
        return ((Number) page.evaluate("() => { const tower = window.__tower; return " + expression + "; }"))
                .longValue();
    }
}
