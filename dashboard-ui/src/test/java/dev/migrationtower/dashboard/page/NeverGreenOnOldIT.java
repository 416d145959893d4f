package dev.migrationtower.dashboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page left open over a cut, a sleep, a silent aggregator: it says that it is old, and catches up to the revision. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class NeverGreenOnOldIT {
    private static final ContainsTextOptions PATIENT = new ContainsTextOptions().setTimeout(20_000);

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
    void aCutLineIsToldAtOnceAndCaughtUpToTheRevisionOfAFreshPage() {
        Page page = all.open(Look.AT_A_DESK);

        page.context().setOffline(true);
        assertThat(page.locator("lost-link")).containsText("The link to the tower is lost.", PATIENT);
        assertThat(page.locator("run-page")).hasAttribute("lost", "");
        assertThat(page).hasTitle(Pattern.compile("^No link"));
        all.writer.write(all.night.check(EventType.CHECK_CHANGED, Verdict.MET, "status 503"));
        all.awaitRead();
        assertThat(page.locator("check-card article")).hasClass(Pattern.compile("not-met"));

        page.context().setOffline(false);
        all.awaitShown(page);
        assertThat(page.locator("lost-link")).hasCount(0);
        assertThat(stateOf(page)).isEqualTo(stateOf(all.open(Look.AT_A_DESK)));
        assertThat(page.evaluate("__tower.gaps")).isEqualTo(0);
    }

    @Test
    void aLaptopThatWakesUpShowsNoColoursBeforeItKnows() {
        Page page = all.chromium.open("about:blank", Look.AT_A_DESK);
        page.clock().install();
        page.navigate(base + all.night.run());
        all.awaitShown(page);

        page.context().setOffline(true);
        page.clock().fastForward("06:00:00");

        assertThat(page.locator("lost-link")).containsText("What you see is 6 h", PATIENT);
        assertThat(page.locator("run-page")).hasAttribute("lost", "");
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

    private static Object stateOf(Page page) {
        return page.evaluate(
                "[__tower.revision, JSON.stringify(__tower.state.run), JSON.stringify([...__tower.state.checks])].join()");
    }
}
