package dev.migrationtower.dashboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing jumps, and nothing stalls: what moves on the page moves in its place, also when there is much of it. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class CalmIT {
    private static final int A_SECOND = 60;
    /** By hand: {@code -Dpage.burst.seconds=60}. */
    private static final int SECONDS = Integer.getInteger("page.burst.seconds", 4);

    @TestHTTPResource("/runs/")
    String base;

    @Inject
    Runs runs;

    private NightOnPage all;
    private Page page;

    @BeforeEach
    void aPageThatIsMeasured() {
        all = new NightOnPage(runs, base);
        page = all.open(Look.AT_A_DESK);
        // what the page does while it is built is not meant
        page.evaluate("""
                window.__shifts = []; window.__long = []; window.__lag = 0;
                const news = document.querySelector("run-page").shadowRoot.querySelector("aside").getBoundingClientRect().left;
                new PerformanceObserver((list) => list.getEntries().flatMap(({sources}) => sources)
                  // the list of what happened grows at its top: that it moves down is what it is for
                  .filter(({currentRect}) => currentRect.left < news - 1)
                  .forEach(({previousRect: p, currentRect: c}) => __shifts.push([p.x, p.y, p.width, p.height, c.x, c.y, c.width, c.height].map(Math.round).join())))
                  .observe({type: "layout-shift"});
                new PerformanceObserver((list) => list.getEntries().forEach(({duration}) => __long.push(Math.round(duration))))
                  .observe({type: "longtask"});
                let last = performance.now();
                setInterval(() => { const now = performance.now(); __lag = Math.max(__lag, now - last - 50); last = now; }, 50);
                """);
    }

    @AfterEach
    void close() {
        all.close();
    }

    @Test
    void aCardThatChangesPushesNothingAway() {
        all.writer.write(all.night.check(EventType.CHECK_CHANGED, Verdict.MET, "status 503"));
        assertThat(card()).hasClass(Pattern.compile("^met"));
        all.writer.write(all.night.unobservable("No answer within 5 s."));
        assertThat(card()).hasClass(Pattern.compile("unknown"));
        all.writer.write(all.night.breach());
        assertThat(card()).hasClass(Pattern.compile("breach|not-met"));
        all.writer.write(all.night.check(EventType.CHECK_RECOVERED, Verdict.MET, "status 503"));
        assertThat(card()).hasClass(Pattern.compile("^met"));

        assertThat((List<?>) page.evaluate("__shifts")).isEmpty();
    }

    @Test
    void sixtyUpdatesASecondLeaveThePageResponsive() throws InterruptedException {
        for (int tenth = 0; tenth < SECONDS * 10; tenth++) {
            all.writer.writeAll(
                    Stream.generate(() -> all.night.check(EventType.CHECK_OBSERVED, Verdict.NOT_MET, "status 200"))
                            .limit(A_SECOND / 10));
            page.waitForTimeout(100);
        }
        all.awaitRead();
        all.awaitShown(page);

        int longest = ((Number) page.evaluate("Math.max(0, ...__long)")).intValue();
        String measured = "long tasks %s, longest lag of a timer %s ms"
                .formatted(
                        page.evaluate("__long.length + ' of ' + __long.reduce((a, b) => a + b, 0) + ' ms'"),
                        page.evaluate("Math.round(__lag)"));
        if (SECONDS >= 60) {
            System.out.println(measured);
        }
        assertThat(longest).as(measured).isLessThan(1000);
        assertThat(page.evaluate("__tower.gaps + __tower.repeats")).isEqualTo(0);
        assertThat((List<?>) page.evaluate("__shifts")).isEmpty();
    }

    private com.microsoft.playwright.Locator card() {
        return page.locator("check-card article");
    }
}
