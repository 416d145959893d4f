package dev.migrationtower.dashboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.dashboard.course.Told;
import dev.migrationtower.dashboard.record.RecordStatus;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.RunMode;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A night beside its rehearsal, in a real browser. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class CompareIT {
    @TestHTTPResource("/runs/")
    String base;

    @Inject
    Runs runs;

    @Inject
    RecordStatus status;

    @Test
    void aRehearsalIsChosenAndWhatDiffersIsReadInATable() {
        String id = UUID.randomUUID().toString().substring(0, 8);
        Told rehearsal = new Told("rehearsal-" + id, RunMode.REHEARSAL, "Close").whole(10, 20);
        Told night = new Told("night-" + id, RunMode.PRODUCTION, "Close")
                .estimating(1200)
                .wavering();
        await().atMost(Duration.ofSeconds(30)).until(status::live);
        List.of(rehearsal, night).forEach(this::write);

        try (Chromium chromium = new Chromium()) {
            Page page = chromium.open(base + "night-" + id + "/compare", Look.AT_A_DESK);
            page.getByLabel("beside").selectOption("rehearsal-" + id);

            assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("api · alter")))
                    .containsText("40 min");
            assertThat(page.locator("table[aria-labelledby=whole]")).containsText("55 min");
            assertThat(page.locator("table[aria-labelledby=checks]")).containsText("fell back once, 1 breach");
            assertThat(page.locator("table[aria-labelledby=plan]")).containsText("phase/close/estimate");
            for (Look look : List.of(
                    Look.AT_A_DESK.on(390, 844, ColorScheme.DARK).in("fr-FR"),
                    Look.AT_A_DESK.on(1440, 900, ColorScheme.LIGHT))) {
                Page other = chromium.open(base + "night-" + id + "/compare?with=rehearsal-" + id, look);
                assertThat(other.locator("table")).hasCount(4);
                assertThat(Axe.violations(other)).as(look.toString()).isEmpty();
                assertThat(other.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isEqualTo(true);
                other.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(
                                "target",
                                "pictures",
                                "compare-%d-%s.png"
                                        .formatted(
                                                look.width(),
                                                look.scheme().name().toLowerCase(Locale.ROOT)))));
            }
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void write(Told told) {
        try (Writer writer = new Writer()) {
            writer.writeAll(told.events().stream());
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> runs.find(told.events().getFirst().run())
                        .filter(run -> run.revision() == told.events().size())
                        .isPresent());
    }
}
