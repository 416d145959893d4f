package dev.migrationtower.dashboard.page;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.dashboard.projection.Projection;
import dev.migrationtower.dashboard.record.RunRecord;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.test.browser.Chromium;
import dev.migrationtower.test.browser.Look;
import java.time.Duration;

/** A night that began, and the browser in which it is looked at. */
final class NightOnPage implements AutoCloseable {
    final PageNight night = new PageNight();
    final Chromium chromium = new Chromium();
    final Writer writer = new Writer();
    private final Runs runs;
    private final String base;
    private final Perspective perspective;

    NightOnPage(Runs runs, String base) {
        this(runs, base, Perspective.OPERATOR);
    }

    NightOnPage(Runs runs, String base, Perspective perspective) {
        this.perspective = perspective;
        this.runs = runs;
        this.base = base;
        write(night.started());
        write(night.check(EventType.CHECK_CHANGED, Verdict.NOT_MET, "status 200"));
        awaitRead();
    }

    /** Puts it in the record, as it is shown to those for whom this night is. */
    void write(Event event) {
        writer.write(Projection.of(event, perspective));
    }

    /** Until the dashboard has read all that was written. */
    void awaitRead() {
        await().atMost(Duration.ofSeconds(30)).until(this::revision, revision -> revision == night.revision());
    }

    private long revision() {
        return runs.find(night.run()).map(RunRecord::revision).orElse(0L);
    }

    /** The run's page. */
    Page open(Look look) {
        return open("", look);
    }

    /** A page under it: {@code /wall}. */
    Page open(String under, Look look) {
        Page page = chromium.open(base + night.run() + under, look);
        awaitShown(page);
        return page;
    }

    /** Until the page shows all that was written. */
    void awaitShown(Page page) {
        page.waitForFunction(
                "revision => window.__tower?.link === 'live' && window.__tower.revision >= revision",
                (double) night.revision());
    }

    @Override
    public void close() {
        writer.close();
        chromium.close();
    }
}
