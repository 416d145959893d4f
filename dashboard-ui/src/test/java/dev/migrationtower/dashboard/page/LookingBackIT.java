package dev.migrationtower.dashboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.dashboard.record.RecordStatus;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.test.browser.Axe;
import dev.migrationtower.test.browser.Chromium;
import dev.migrationtower.test.browser.Look;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A run that is longer than memory, looked at as it was: the first half of it stands on Kafka only, as after a restart. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookingBackIT {
    private static final Instant TEN = Instant.parse("2022-07-23T20:00:00Z");
    private static final int LOOKS = 500;
    /** Keeps, in the page, the verdicts of the only check in turn. */
    private static final String RECORDER = """
            () => {
              window.__seen = [];
              setInterval(() => {
                const verdict = [...__tower.state.checks.values()][0]?.verdict ?? "none";
                if (window.__seen.at(-1) !== verdict) window.__seen.push(verdict);
              }, 20);
            }""";

    @TestHTTPResource("/runs/")
    String base;

    @Inject
    Runs runs;

    @Inject
    RecordStatus status;

    private final PageNight night = new PageNight();
    private Chromium chromium;

    @BeforeAll
    void aNightThatWas() {
        chromium = new Chromium();
        await().atMost(Duration.ofSeconds(30)).until(status::live);
        try (Writer writer = new Writer()) {
            writer.write(at(0, night.started()));
            writer.write(at(1, night.check(EventType.CHECK_CHANGED, Verdict.NOT_MET, "status 200")));
            writer.write(at(10, night.check(EventType.CHECK_CHANGED, Verdict.MET, "status 503")));
            writer.write(at(11, night.phase(EventType.PHASE_PASSED, PhaseState.PASSED, 0)));
            writer.write(at(20, night.passed()));
            writer.write(at(20, night.breach()));
            writer.write(at(25, night.phase(EventType.PHASE_PASSED, PhaseState.PASSED, 0)));
            writer.write(at(25, night.check(EventType.BREACH_CLEARED, Verdict.MET, "status 503")));
            writer.writeAll(IntStream.range(0, LOOKS)
                    .mapToObj(i -> at(26, night.check(EventType.CHECK_OBSERVED, Verdict.MET, "status 503"))));
            writer.write(at(40, night.phase(EventType.PHASE_REOPENED, PhaseState.ACTIVE, 0)));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> runs.find(night.run())
                        .filter(run -> run.revision() == night.revision())
                        .isPresent());
        assertThat(runs.find(night.run()).orElseThrow().covers(0)).isFalse();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void anInstantHasAnAddressAndIsNeverTakenForNow() {
        Page page = lookBack("2022-07-23T20:15:00Z", Look.AT_A_DESK);

        assertThat(page.locator(".band.past"))
                .hasText(
                        "Looking back: Sat 23 Jul, 22:15:00 (Europe/Paris). This is how it was then, not how it is now.");
        assertThat(card(page)).hasClass(Pattern.compile("^met"));
        assertThat(page.locator(".link")).hasText("not live: looking back");
        assertThat(page).hasTitle(Pattern.compile("^The past"));
        assertThat(page.locator("comment-box, task-list button, decision-panel button"))
                .hasCount(0);
        assertThat(greenness(page)).as("no green that could be taken for now").isLessThan(0.1);
        assertThat(page.locator("lost-link")).hasCount(0);

        page.getByText("To now").click();
        assertThat(page.locator(".link")).hasText("live");
        assertThat(page.locator(".band.past")).hasCount(0);
        assertThat(greenness(page)).isGreaterThan(0.3);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void theNextBreachAndTheEventBeforeAreOneClickAway() {
        Page page = lookBack("1", Look.AT_A_DESK);
        assertThat(page.locator("check-card")).hasCount(0);

        button(page, "Next breach").click();
        assertThat(page.locator("breach-list")).containsText("expected status == 503, saw status 200");
        assertThat(page).hasURL(Pattern.compile("at=6$"));
        assertThat(button(page, "Next breach")).hasAttribute("aria-disabled", "true");

        button(page, "Previous").click();
        button(page, "Previous").click();
        assertThat(page).hasURL(Pattern.compile("at=4$"));
        assertThat(page.locator("phase-section#close .state")).hasText("passed");
        assertThat(page.locator("breach-list li")).hasCount(0);

        button(page, "Next event").click();
        assertThat(page).hasURL(Pattern.compile("at=5$"));
        assertThat(page.locator("time-line a[href$='at=4']")).hasText("22:11:00");
        page.reload();
        assertThat(page.locator(".band.past")).containsText("22:20:00");
    }

    @Test
    void theSliderIsMovedByTheKeyboardAndSaysWhereItStands() {
        Page page = lookBack("", Look.AT_A_DESK);
        Locator slider = page.getByRole(AriaRole.SLIDER);
        assertThat(slider).hasAttribute("aria-label", "Instant that is shown");
        assertThat(slider).hasAttribute("aria-valuetext", "Sat 23 Jul, 22:00:00");

        slider.press("End");
        assertThat(slider).hasAttribute("aria-valuetext", "Sat 23 Jul, 22:40:00");
        assertThat(page.locator("phase-section#close .state")).containsText("now");
        slider.press("PageDown");
        assertThat(page.locator(".band.past")).containsText("22:36:00");
        slider.press("Home");
        slider.press("ArrowRight");
        assertThat(page.locator(".band.past")).containsText("22:00:24");
        assertThat(page).hasURL(Pattern.compile("at=2022-07-23T20%3A00%3A24.000Z$"));
    }

    @Test
    void whatIsPlayedFasterPassesAsItPassed() {
        Page page = lookBack("", Look.AT_A_DESK);
        page.getByText("600×").click();

        page.evaluate(RECORDER);
        button(page, "Play").click();

        page.waitForFunction("revision => __tower.revision === revision", (double) night.revision());
        assertThat(button(page, "Play")).isVisible();
        assertThat(page.locator(".band.past")).containsText("22:40:00");
        assertThat(page.evaluate("__seen.join()")).isEqualTo("none,not-met,met,not-met,met");
        assertThat(page.evaluate("[__tower.state.gaps, __tower.state.repeats].join()"))
                .isEqualTo("0,0");
    }

    @Test
    void lookingBackKeepsTheRulesOnEveryScreen() {
        for (Look look : List.of(
                Look.AT_A_DESK, Look.AT_A_DESK.on(390, 844, ColorScheme.LIGHT).in("fr-FR"))) {
            Page page = lookBack("6", look);

            assertThat(page.locator(".band.past")).containsText("22:20:00");
            assertThat(Axe.violations(page)).as(look.toString()).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing sticks out at %s", look)
                    .isEqualTo(true);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(
                            "target",
                            "pictures",
                            "past-%d-%s.png"
                                    .formatted(
                                            look.width(), look.scheme().name().toLowerCase(Locale.ROOT)))));
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    private Page lookBack(String at, Look look) {
        Page page = chromium.open(base + night.run() + "?at=" + at, look);
        assertThat(page.locator("past-bar section")).hasAttribute("aria-busy", "false");
        return page;
    }

    /** How much greener than grey the sign of what was met is, 0 to 1. */
    private static double greenness(Page page) {
        return ((Number) page.evaluate("""
                        () => {
                          const rgb = getComputedStyle(document.documentElement).getPropertyValue("--met").trim();
                          const [r, g, b] = [1, 3, 5].map((at) => parseInt(rgb.slice(at, at + 2), 16));
                          return (Math.max(r, g, b) - Math.min(r, g, b)) / 255;
                        }""")).doubleValue();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator card(Page page) {
        return page.locator("check-card article");
    }

    private static Event at(long minutes, Event event) {
        return new Event(
                event.run(),
                event.revision(),
                event.type(),
                TEN.plus(Duration.ofMinutes(minutes)),
                event.subject(),
                event.reason(),
                event.cause(),
                event.by(),
                event.from(),
                event.observedAt(),
                event.view());
    }
}
