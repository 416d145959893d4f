package dev.migrationtower.notifier;

import dev.migrationtower.events.Delivery;
import dev.migrationtower.events.Event;
import dev.migrationtower.notifier.delivery.Outboxes;
import dev.migrationtower.notifier.notice.Notice;
import dev.migrationtower.notifier.notice.Notices;
import dev.migrationtower.notifier.record.Following;
import dev.migrationtower.notifier.report.Reports;
import java.time.Instant;

/** What this instance does while it is the one that tells: every notice that the record gives goes to the channels and the report. */
final class Telling implements Following {
    private final Notices notices;
    private final Outboxes outboxes;
    private final Reports reports;

    Telling(Notices notices, Outboxes outboxes, Reports reports) {
        this.notices = notices;
        this.outboxes = outboxes;
        this.reports = reports;
    }

    @Override
    public void remember(Delivery delivery) {
        outboxes.remember(delivery);
    }

    @Override
    public void start() throws InterruptedException {
        outboxes.start();
        reports.start();
    }

    @Override
    public void take(Event event) {
        outboxes.offer(event);
        notices.take(event).forEach(this::tell);
    }

    @Override
    public void pass(Instant now) {
        notices.pass(now).forEach(this::tell);
        reports.caughtUp();
    }

    private void tell(Notice notice) {
        outboxes.offer(notice);
        reports.add(notice);
    }

    @Override
    public void stop() throws InterruptedException {
        outboxes.stop();
        reports.stop();
    }
}
