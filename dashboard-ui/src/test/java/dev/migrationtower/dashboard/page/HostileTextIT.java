package dev.migrationtower.dashboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.test.browser.Look;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others write is shown as text, wherever it is shown: nothing runs, nothing is loaded, nothing leads to a script. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class HostileTextIT {
    private static final List<String> SHOWN_IN = List.of(
            "run-header .title",
            "notice-list",
            "time-line",
            "breach-list",
            "check-card article",
            "evidence-list",
            "who-table",
            "lock-queue",
            "lane-list",
            "task-list",
            "waiver-list",
            "decision-panel");
    private static final String EVERYTHING = """
            () => {
              const all = (root) => [...root.querySelectorAll("*")].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
              all(document).filter((e) => e.matches("details")).forEach((e) => (e.open = true));
              return [
                window.__xss ?? "nothing ran",
                ...all(document).filter((e) => e.matches('img, iframe, object, [onerror], a[href^="javascript"], script:not([src], [type=importmap])'))
                  .map((e) => e.outerHTML),
              ].join();
            }""";
    private static final String AS_XML = """
            async (address) => {
              const svg = new DOMParser().parseFromString(await (await fetch(address)).text(), "image/svg+xml");
              return [...svg.querySelectorAll("parsererror, img, script, foreignObject")].length + " " + svg.documentElement.getAttribute("aria-label")
                + " " + svg.querySelector("title").textContent;
            }""";

    @TestHTTPResource("/")
    String root;

    @TestHTTPResource("/runs/")
    String base;

    @Inject
    Runs runs;

    @Test
    void whatOthersWriteIsShownAsTextToThoseWhoWork() throws Exception {
        try (NightOnPage all = hostile(Perspective.OPERATOR)) {
            for (String language : List.of("en-GB", "fr-FR")) {
                Page page = all.open(Look.AT_A_DESK.in(language));
                for (String where : SHOWN_IN) {
                    assertThat(page.locator(where)
                                    .filter(new com.microsoft.playwright.Locator.FilterOptions()
                                            .setHasText(Hostile.WORDS))
                                    .first())
                            .isAttached();
                }
                assertThat(page.locator("check-card article").getAttribute("aria-label"))
                        .startsWith(Hostile.WORDS);
                isHarmless(page);
            }
            Page wall = all.open("/wall", Look.AT_A_DESK);
            assertThat(wall.locator(".title")).hasText(Hostile.WORDS);
            isHarmless(wall);

            assertThat(wall.evaluate(AS_XML, root + "api/v1/runs/" + all.night.run() + "/badge.svg"))
                    .asString()
                    .startsWith("0 " + Hostile.WORDS)
                    .contains(": ");
            assertThat(all.chromium.complaints()).isEmpty();
            wall.navigate(base + all.night.run() + "/card?lang=fr");
            assertThat(wall.locator("body")).containsText(Hostile.WORDS);
            isHarmless(wall);
            wall.navigate(root + "?all");
            assertThat(wall.locator("run-list li")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(all.night.run())))
                    .containsText(Hostile.WORDS);
            isHarmless(wall);
        }
    }

    @Test
    void whatOthersWriteIsShownAsTextToThePublic() throws Exception {
        try (NightOnPage all = hostile(Perspective.PUBLIC)) {
            Page page = all.open(Look.AT_A_DESK);

            assertThat(page.locator("run-header .title")).hasText(Hostile.WORDS);
            assertThat(page.locator("notice-list")).containsText(Hostile.WORDS);
            isHarmless(page);
            assertThat(all.chromium.complaints()).isEmpty();
        }
    }

    private static void isHarmless(Page page) {
        assertThat(page.evaluate(EVERYTHING)).isEqualTo("nothing ran");
    }

    private NightOnPage hostile(Perspective perspective) throws Exception {
        NightOnPage all = new NightOnPage(runs, base, perspective);
        all.write(Hostile.made(all.night.steps()));
        all.write(Hostile.made(all.night.breach()));
        all.write(Hostile.made(all.night.failed("the disk is full")));
        all.write(Hostile.made(all.night.troubled()));
        all.write(Hostile.made(all.night.phase(EventType.DECISION_REQUESTED, PhaseState.AWAITING_DECISION, 0)));
        all.write(Hostile.made(all.night.steps()));
        all.write(Hostile.made(all.night.forecast()));
        all.awaitRead();
        return all;
    }
}
