package dev.migrationtower.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.dashboard.course.Told;
import dev.migrationtower.dashboard.record.RecordStatus;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.test.browser.Axe;
import dev.migrationtower.test.browser.Chromium;
import dev.migrationtower.test.browser.Look;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evidence of a night in which every text was written by somebody who means harm, opened from a disk without a network. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class EvidenceIT {
    @TestHTTPResource("/")
    String base;

    @Inject
    Runs runs;

    @Inject
    RecordStatus status;

    @TempDir
    Path folder;

    @Test
    void theDocumentOpensFromADiskAndShowsTextsAsTexts() throws Exception {
        Told night = new Told("night-" + UUID.randomUUID(), RunMode.PRODUCTION, PageNight.HOSTILE)
                .begins(0)
                .sees(1, Verdict.MET, null)
                .sees(2, Verdict.NOT_MET, 2)
                .passes(15)
                .comment(16)
                .ends(55);
        await().atMost(Duration.ofSeconds(30)).until(status::live);
        String run = night.events().getFirst().run();
        try (Writer writer = new Writer()) {
            writer.writeAll(night.events().stream());
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> runs.find(run)
                        .filter(record -> record.revision() == night.events().size())
                        .isPresent());
        unzip(run);

        try (Chromium chromium = new Chromium()) {
            for (Look look : List.of(Look.AT_A_DESK, Look.AT_A_DESK.on(390, 844, ColorScheme.LIGHT))) {
                Page page = chromium.open("about:blank", look);
                List<String> requests = new CopyOnWriteArrayList<>();
                page.onRequest(request -> requests.add(request.url()));
                page.context().setOffline(true);
                page.navigate(folder.resolve("evidence.html").toUri().toString());
                page.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))");

                assertThat(page.title()).startsWith(PageNight.HOSTILE);
                assertThat(page.locator("body").innerText().split(Pattern.quote(PageNight.HOSTILE)))
                        .as("the text stands in title, reasons, evidence, decisions, tasks, steps, comments")
                        .hasSizeGreaterThan(20);
                assertThat(page.locator("script, img, link, a, iframe, form").count())
                        .isZero();
                assertThat(page.evaluate("window.__xss === undefined")).isEqualTo(true);
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isEqualTo(true);
                assertThat(Axe.violations(page)).isEmpty();
                assertThat(requests).hasSize(1);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "pictures", "evidence-hostile-" + look.width() + ".png")));
            }
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void unzip(String run) throws Exception {
        try (InputStream in = URI.create(base + "api/v1/runs/" + run + "/evidence.zip")
                        .toURL()
                        .openStream();
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, folder.resolve(entry.getName()));
            }
        }
    }
}
