package dev.migrationtower.dashboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.test.browser.Look;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page left open over a cut, a sleep, a silent aggregator: it says that it is old, and catches up to the revision. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class NeverGreenOnOldIT {
    private static final ContainsTextOptions PATIENT = new ContainsTextOptions().setTimeout(20_000);

    private static final String ALL_SIGNS = """
            const all = (root) => [...root.querySelectorAll("*")].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
            const signs = all(document).filter((e) => e.matches(".sign") && e.checkVisibility());
            """;
    /** Whether there are signs of verdicts, and each of them is grey, by its own style or that of something round it. */
    private static final String DRAINED = "() => {" + ALL_SIGNS + """
            const above = (e) => e.assignedSlot ?? e.parentElement ?? e.getRootNode().host;
            const grey = (e) => e && (getComputedStyle(e).filter.includes("grayscale(1)") || grey(above(e)));
            return signs.length > 0 && signs.every(grey);
            }""";
    /** The shape of each sign and the sentence in large. */
    private static final String VERDICTS = "() => {" + ALL_SIGNS + """
            return [all(document).find((e) => e.matches("h1")).textContent, ...signs.map((e) => e.getAttribute("class"))].join();
            }""";

    @TestHTTPResource("/runs/")
    String base;

    @Inject
    Runs runs;

    private NightOnPage all;

    @BeforeEach
    void aNightThatBegan() {
        all = new NightOnPage(runs, base);
    }

    @AfterEach
    void close() {
        all.close();
    }

    @Test
    void fiveMinutesWithoutANetworkAreToldAndCaughtUpToTheRevisionOfAFreshPage() {
        for (String under : List.of("", "/wall")) {
            all.writer.write(all.night.check(EventType.CHECK_CHANGED, Verdict.MET, "status 503"));
            all.awaitRead();
            Page page = openWithAClock(under);
            assertThat(page.evaluate(DRAINED)).as("live, it has its colours").isEqualTo(false);

            page.context().setOffline(true);
            assertThat(page.locator("lost-link")).containsText("The link to the tower is lost.", PATIENT);
            page.clock().fastForward("05:00");
            assertThat(page.locator("lost-link")).containsText("What you see is 5 min", PATIENT);
            all.writer.write(all.night.check(EventType.CHECK_CHANGED, Verdict.NOT_MET, "status 200"));
            all.writer.write(all.night.breach());
            all.awaitRead();
            isOld(page);

            page.context().setOffline(false);
            isAsAFreshPage(page, under);
        }
    }

    @Test
    void aLaptopThatWakesUpShowsNoColoursBeforeItKnowsAndThenWhatAFreshPageShows() {
        all.writer.write(all.night.check(EventType.CHECK_CHANGED, Verdict.MET, "status 503"));
        all.awaitRead();
        Page page = openWithAClock("");

        page.context().setOffline(true);
        page.clock().fastForward("06:00:00");

        assertThat(page.locator("lost-link")).containsText("What you see is 6 h", PATIENT);
        isOld(page);
        all.writer.write(all.night.breach());
        all.awaitRead();
        page.context().setOffline(false);
        isAsAFreshPage(page, "");
    }

    @Test
    void anAggregatorThatDecidesNothingAnyMoreDrainsTheColoursThoughTheLineIsFine() {
        Page page = all.open(Look.AT_A_DESK);

        all.writer.write(all.night.longAgo(Verdict.MET, "status 503"));

        assertThat(page.locator("lost-link")).containsText("the aggregator is silent", PATIENT);
        assertThat(page.locator("run-page")).hasAttribute("lost", "");
        all.writer.write(all.night.check(EventType.CHECK_OBSERVED, Verdict.MET, "status 503"));
        assertThat(page.locator("lost-link")).hasCount(0);
    }

    @Test
    void whoComesBackIsToldWhatWasMissed() {
        Page page = all.chromium.open("about:blank", Look.AT_A_DESK);
        page.context()
                .addInitScript("localStorage.getItem('tower.seen.%1$s') ?? localStorage.setItem('tower.seen.%1$s',"
                                .formatted(all.night.run())
                        + " JSON.stringify({revision: 1, at: Date.now() - 3_600_000}))");
        all.writer.write(all.night.passed());
        all.writer.write(all.night.breach());
        all.awaitRead();

        page.navigate(base + all.night.run());

        assertThat(page.locator("absence-note")).containsText("Close passed, 1 breach.", PATIENT);
    }

    private Page openWithAClock(String under) {
        Page page = all.chromium.open("about:blank", Look.AT_A_DESK);
        page.clock().install();
        page.navigate(base + all.night.run() + under);
        all.awaitShown(page);
        return page;
    }

    /** No verdict, whatever it says, has a colour; and what is on top says why, in the page and in its tab. */
    private static void isOld(Page page) {
        page.waitForFunction(DRAINED);
        assertThat(page.locator("run-page, wall-page")).hasAttribute("lost", "");
        assertThat(page).hasTitle(Pattern.compile("^No link"));
        assertThat(page.locator("link[rel=icon]")).hasAttribute("href", Pattern.compile("^data:"));
    }

    private void isAsAFreshPage(Page page, String under) {
        all.awaitShown(page);
        assertThat(page.locator("lost-link")).hasCount(0);
        Page fresh = all.open(under, Look.AT_A_DESK);
        assertThat(stateOf(page)).isEqualTo(stateOf(fresh));
        assertThat(page.evaluate(VERDICTS)).isEqualTo(fresh.evaluate(VERDICTS));
        assertThat(page).hasTitle(fresh.title());
        assertThat(page.evaluate("__tower.gaps")).isEqualTo(0);
        fresh.close();
    }

    private static Object stateOf(Page page) {
        return page.evaluate(
                "[__tower.revision, JSON.stringify(__tower.state.run), JSON.stringify([...__tower.state.checks])].join()");
    }
}
