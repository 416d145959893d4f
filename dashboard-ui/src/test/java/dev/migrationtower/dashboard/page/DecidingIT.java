package dev.migrationtower.dashboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
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
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may say what, what it will do, and what becomes of what was typed when it cannot be sent. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class DecidingIT {
    private static final String COMMANDS = "**/commands";
    private static final String PUBLIC = "{\"name\": \"\", \"roles\": [], \"anonymous\": true, \"view\": \"public\"}";

    @TestHTTPResource("/runs/")
    String base;

    @Inject
    Runs runs;

    private final List<Request> asked = new CopyOnWriteArrayList<>();
    private NightOnPage all;

    @BeforeEach
    void aDecisionIsWaitedFor() {
        all = new NightOnPage(runs, base);
        all.writer.write(all.night.phase(EventType.DECISION_REQUESTED, PhaseState.AWAITING_DECISION, 0));
        all.awaitRead();
    }

    @AfterEach
    void close() {
        all.close();
    }

    @Test
    void whoMayNotSayItIsNotOfferedIt() {
        Page viewer = all.open(Look.AT_A_DESK.as(Look.person("guest", "viewer")));
        assertThat(viewer.locator("decision-panel h3")).hasText("Shall we?");
        assertThat(viewer.locator(
                        "decision-panel button, choice-row button, task-list button, comment-box, start-panel section"))
                .hasCount(0);

        Page approver = all.open(Look.AT_A_DESK.as(Look.person("product-a", "approver")));
        assertThat(button(approver.locator("decision-panel"), "Go")).isVisible();
        assertThat(approver.locator("choice-row button")).hasCount(0);

        Page anybody = all.open(Look.AT_A_DESK.as(PUBLIC));
        assertThat(anybody.locator("decision-panel button, choice-row button, comment-box"))
                .hasCount(0);
        assertThat(anybody.locator("me-strip a")).hasText("Sign in");
        assertThat(all.chromium.complaints()).isEmpty();
    }

    @Test
    void thePublicIsToldHowItStandsInWordsOfItsOwn() {
        try (NightOnPage shown = new NightOnPage(runs, base, Perspective.PUBLIC)) {
            shown.write(shown.night.phase(EventType.DECISION_REQUESTED, PhaseState.AWAITING_DECISION, 1));
            shown.write(shown.night.troubled());
            shown.write(shown.night.phase(EventType.DECISION_REQUESTED, PhaseState.AWAITING_DECISION, 1));
            shown.write(shown.night.refused("c", "oncall-a may not"));
            shown.awaitRead();

            Page page = shown.open(Look.AT_A_DESK.as(PUBLIC));

            assertThat(page.locator("h1")).hasText("1 thing is not as promised.");
            assertThat(page.locator("waiting-line")).containsText("We wait for a go from somebody who may give it");
            assertThat(page.locator("notice-list")).containsText("We reopen later than planned.");
            assertThat(page.locator("time-line li").first()).containsText("Close: a decision is waited for");
            assertThat(page.locator("time-line li")).hasCount(4);
            assertThat(page.locator("body")).not().containsText("oncall-a");
            assertThat(shown.chromium.complaints()).isEmpty();
        }
    }

    @Test
    void aGraveThingSaysWhatItDoesAndIsNotSentWithoutAReason() {
        Page page = all.open(Look.AT_A_DESK);
        answer(page, 200, "{}");
        page.getByText("End the run…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);

        assertThat(dialog).containsText("Nothing is watched for it any more");
        assertThat(dialog).containsText("It can be taken back: Go on.");
        assertThat(dialog.locator("[name=reason]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(asked).isEmpty();

        page.keyboard().type("the network of the data centre is down");
        page.keyboard().press("Enter");

        assertThat(dialog).hasCount(0);
        assertThat(asked.getFirst().postData())
                .contains(
                        "\"type\":\"abort\"",
                        "\"reason\":\"the network of the data centre is down\"",
                        "\"revision\":3");
        assertThat(asked.getFirst().headers()).containsEntry("x-csrf-token", "c-1");
    }

    @Test
    void whatWasTypedSurvivesALostSessionAndAReloadAndIsSentUnderTheSameKey() {
        Page page = all.open(Look.AT_A_DESK);
        answer(page, 401, "{\"title\": \"Signed out\"}");
        page.locator("decision-panel [name=reason]").fill("the last session is ours");
        button(page.locator("decision-panel"), "Go").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("You are signed out. What you typed is kept");
        page.reload();
        assertThat(page.locator("decision-panel [name=reason]")).hasValue("the last session is ours");
        page.unroute(COMMANDS);
        answer(page, 503, "{\"title\": \"Not answered yet\"}");
        button(page.locator("decision-panel"), "Go").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Not answered yet");

        assertThat(asked).hasSize(2);
        assertThat(asked)
                .extracting(request -> request.headers().get("idempotency-key"))
                .containsOnly(asked.getFirst().headers().get("idempotency-key"));
    }

    @Test
    void aGateThatChangedMeanwhileRefusesInWordsAndTheNextTryIsANewOne() {
        Page page = all.open(Look.AT_A_DESK);
        answer(
                page,
                409,
                "{\"title\": \"The run changed meanwhile\", \"problems\": [{\"message\": \"Orga is open again.\"}]}");

        button(page.locator("decision-panel"), "Go").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Orga is open again.");
        button(page.locator("decision-panel"), "Go").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Orga is open again.");

        assertThat(asked)
                .extracting(request -> request.headers().get("idempotency-key"))
                .doesNotHaveDuplicates();
    }

    private void answer(Page page, int status, String body) {
        page.route(COMMANDS, route -> {
            asked.add(route.request());
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(status)
                    .setContentType("application/json")
                    .setBody(body));
        });
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
