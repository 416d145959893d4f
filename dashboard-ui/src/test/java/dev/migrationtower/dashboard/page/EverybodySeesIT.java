package dev.migrationtower.dashboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.test.browser.Axe;
import dev.migrationtower.test.browser.Look;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on a phone, a desk and a wall, by night and by day, in both languages: what axe finds is nothing. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class EverybodySeesIT {
    private static final List<Look> SCREENS = List.of(
            Look.AT_A_DESK.on(390, 844, ColorScheme.DARK),
            Look.AT_A_DESK,
            Look.AT_A_DESK.on(3840, 2160, ColorScheme.DARK));

    @TestHTTPResource("/runs/")
    String base;

    @Inject
    Runs runs;

    private NightOnPage all;

    @BeforeEach
    void aNightWithEverythingInIt() {
        all = new NightOnPage(runs, base);
        all.writer.write(all.night.phase(EventType.DECISION_REQUESTED, PhaseState.AWAITING_DECISION, 0));
        all.writer.write(all.night.steps());
        all.writer.write(all.night.breach());
        all.writer.write(all.night.forecast());
        all.awaitRead();
    }

    @AfterEach
    void close() {
        all.close();
    }

    @Test
    void thePageKeepsTheRulesOnEveryScreen() {
        for (Look screen : SCREENS) {
            for (String language : List.of("fr-FR", "en-GB")) {
                Page page = all.open(screen.in(language));
                assertThat(page.locator("html")).hasAttribute("lang", language.substring(0, 2));
                assertThat(page.locator("h1"))
                        .hasText(
                                language.startsWith("fr")
                                        ? "Orga n'est plus comme promis."
                                        : "Orga is not as promised.");
                for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                    Look look = screen.in(language).on(screen.width(), screen.height(), scheme);
                    keepsTheRules(page, look);
                }
                page.close();
            }
        }
        assertThat(all.chromium.complaints()).isEmpty();
    }

    private static void keepsTheRules(Page page, Look look) {
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(look.scheme()).setReducedMotion(ReducedMotion.REDUCE));
        assertThat(Axe.violations(page)).as(look.toString()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing sticks out at %s", look)
                .isEqualTo(true);
        picture(page, "page", look);
    }

    @Test
    void theWallShowsAllOnOneScreenAndHasNothingToPress() {
        for (Look look : List.of(
                Look.AT_A_DESK.on(1280, 720, ColorScheme.LIGHT),
                Look.AT_A_DESK.on(3840, 2160, ColorScheme.DARK).in("fr-FR"))) {
            Page page = all.open("/wall", look);

            assertThat(page.locator("button, a, input, summary, select")).hasCount(0);
            assertThat(page.locator(".broken")).containsText("status == 503");
            assertThat(page.evaluate("document.documentElement.scrollHeight <= innerHeight"))
                    .isEqualTo(true);
            assertThat(
                            (Integer)
                                    page.evaluate(
                                            "Math.round(100 * parseFloat(getComputedStyle(document.querySelector('wall-page').shadowRoot.querySelector('h1')).fontSize) / innerHeight)"))
                    .as("a twentieth of the screen is read from five metres")
                    .isGreaterThanOrEqualTo(5);
            assertThat(Axe.violations(page)).as(look.toString()).isEmpty();
            picture(page, "wall", look);
        }
        assertThat(all.chromium.complaints()).isEmpty();
    }

    @Test
    void everyWordThatIsThereInEnglishIsThereInFrench() {
        Page page = all.open(Look.AT_A_DESK);

        Object missing = page.evaluate("""
                async () => {
                  const {en} = await import("/app/words/en.js");
                  const {fr} = await import("/app/words/fr.js");
                  const keys = (object, path) => Object.entries(object).flatMap(([key, value]) =>
                    typeof value === "object" ? keys(value, `${path}.${key}`) : [`${path}.${key}`]);
                  const [one, other] = [new Set(keys(en, "")), new Set(keys(fr, ""))];
                  return [...one].filter((key) => !other.has(key)).concat([...other].filter((key) => !one.has(key)));
                }""");

        assertThat((List<?>) missing).isEmpty();
    }

    @Test
    void whateverHappensIsToldInEachLanguage() {
        Page page = all.open(Look.AT_A_DESK);

        Object untold = page.evaluate(
                """
                async (types) => {
                  const {en} = await import("/app/words/en.js");
                  return types.filter((type) => !(type in en.event));
                }""", Stream.of(EventType.values()).map(EventType::shortName).toList());

        assertThat((List<?>) untold).isEmpty();
    }

    @Test
    void whoeverSwitchesTheLanguageIsSpokenToInItFromThenOn() {
        Page page = all.open(Look.AT_A_DESK);

        page.getByText("Français").click();

        assertThat(page.locator("h1")).hasText("Orga n'est plus comme promis.");
        page.reload();
        assertThat(page.locator("h1")).hasText("Orga n'est plus comme promis.");
        assertThat(page.locator("time-line li").first()).containsText("La prévision a changé");
    }

    private static void picture(Page page, String name, Look look) {
        String file = "%s-%s.png".formatted(name, look);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", file)));
    }
}
