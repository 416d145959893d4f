package dev.migrationtower.dashboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.dashboard.record.RunRecord;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.TaskView;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.test.browser.Chromium;
import dev.migrationtower.test.browser.Look;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see, in a real browser, of events that a real broker brings. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class PageIT {
    @TestHTTPResource("/runs/")
    String base;

    @Inject
    Runs runs;

    private final PageNight night = new PageNight();
    private Chromium chromium;
    private Writer writer;
    private Page page;

    @BeforeEach
    void aNightThatBegan() {
        chromium = new Chromium();
        writer = new Writer();
        writer.write(night.started());
        writer.write(night.check(EventType.CHECK_CHANGED, Verdict.NOT_MET, "status 200"));
        await().until(() -> runs.find(night.run()).map(RunRecord::revision).orElse(0L) == 2);
        page = chromium.open(base + night.run(), Look.AT_A_DESK);
    }

    @AfterEach
    void close() {
        writer.close();
        chromium.close();
    }

    @Test
    void anItemTurnsFromRedToGreenWithoutAReload() {
        assertThat(card()).hasClass(Pattern.compile("not-met"));
        assertThat(card()).containsText("expected status == 503, saw status 200");

        writer.write(night.check(EventType.CHECK_CHANGED, Verdict.MET, "status 503"));

        assertThat(card()).hasClass(Pattern.compile("^met"));
        assertThat(card()).containsText("saw status 503");
        assertThat(page.evaluate("[__tower.revision, __tower.gaps, __tower.repeats].join()"))
                .isEqualTo("3,0,0");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void whatIsUnknownIsNotGreenAndSaysWhy() {
        writer.write(night.unobservable("No answer within 5 s."));

        assertThat(card()).hasClass(Pattern.compile("unknown"));
        assertThat(card()).containsText("cannot be seen: No answer within 5 s.");
    }

    @Test
    void aBreachIsToldInTheHeadlineAndInTheTab() {
        writer.write(night.passed());
        writer.write(night.breach());

        assertThat(page.locator("h1")).hasText("Orga is not as promised.");
        assertThat(page.locator("breach-list")).containsText("expected status == 503, saw status 200");
        assertThat(page).hasTitle(Pattern.compile("^Breach"));
    }

    @Test
    void aGoThatIsRefusedIsRefusedInWords() {
        writer.write(night.phase(EventType.DECISION_REQUESTED, PhaseState.AWAITING_DECISION, 0));
        Locator go = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go").setExact(true));
        assertThat(page.locator("decision-panel h3")).hasText("Shall we?");

        Request asked = page.waitForRequest("**/commands", go::click);
        writer.write(night.refused(asked.headers().get("idempotency-key"), "Orga is open again."));

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Orga is open again.");
    }

    @Test
    void aTaskIsDoneAndUndoneByAButtonAndSaysByWhom() {
        Locator task = page.locator("task-list li");
        assertThat(task).containsText("Freeze deployments open, lead");

        button(task, "Done: Freeze deployments").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("It is recorded as done, by you, now.");
        Request done =
                page.waitForRequest("**/commands", () -> button(dialog, "Done").click());
        assertThat(done.postData()).contains("\"type\":\"done\"", "\"phase\":\"close\"", "\"task\":\"freeze\"");
        writer.write(night.task(
                new TaskView.DoneBy("oncall-a", Instant.now(), "javascript:alert(1)"),
                done.headers().get("idempotency-key")));

        assertThat(task).containsText("done by oncall-a at");
        assertThat(task.locator("a")).hasCount(0);
        button(task, "Not done: Freeze deployments").click();
        Request undone = page.waitForRequest(
                "**/commands", () -> button(dialog, "Not done").click());
        assertThat(undone.postData()).contains("\"type\":\"undone\"");
    }

    @Test
    void aLaneShowsItsStepsItsSilenceAndWhatNobodyUnderstood() {
        writer.write(night.phase(EventType.PHASE_PASSED, PhaseState.PASSED, 0));
        writer.write(night.steps());

        Locator api = page.locator("lane-list .lane").nth(0);
        Locator warehouse = page.locator("lane-list .lane").nth(1);
        assertThat(api).containsText(Pattern.compile("Lane api\\s+alive\\s+12 %\\s+last sign of life"));
        assertThat(api).containsText(Pattern.compile("alter-ke runs\\s+40 %\\s+attempt 2\\s+for"));
        assertThat(api).containsText("3 lines nobody understood");
        assertThat(warehouse).containsText(Pattern.compile("late\\s+silent for"));
        assertThat(warehouse).containsText("error: deadlock detected");
        assertThat(page.locator("waiver-list")).containsText("it is repaired by hand dba-a at");
        assertThat(page.locator("phase-section#migrate")).containsText("No return after alter-answers: from here");
    }

    @Test
    void theForecastIsARangeWithItsGroundAndWhatIsLateIsLateNeverDue() {
        assertThat(page.locator("forecast-line p")).hasCount(0);

        writer.write(night.forecast());

        assertThat(page.locator("forecast-line"))
                .containsText(
                        Pattern.compile(
                                "End between .* and .* · late by 40 min · Migrate is late by 4 min 00 s"
                                        + " · rollback by .* · point of no return between .* and .* · 2 earlier runs, this run is 1.3 times slower"));
    }

    @Test
    void aProposedRollbackAndAnAnnouncementAreReadByEverybody() {
        writer.write(night.troubled());

        assertThat(page.locator("notice-list")).containsText("A rollback is proposed: disk/api is critical for 5 min");
        assertThat(page.locator("notice-list")).containsText("We reopen later than planned. oncall-a at");
        assertThat(page.locator("time-line li").first()).containsText("because");
    }

    @Test
    void aPhaseThatFailedSaysWhy() {
        writer.write(night.phase(EventType.PHASE_PASSED, PhaseState.PASSED, 0));
        writer.write(night.failed("the disk is full"));

        assertThat(page.locator("h1")).hasText("Migrate failed.");
        assertThat(page.locator("phase-section#migrate .reason")).hasText("Failed: the disk is full");
        assertThat(chromium.complaints()).isEmpty();
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator card() {
        return page.locator("check-card article");
    }
}
