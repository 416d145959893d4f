package dev.migrationtower.notifier.report;

import dev.migrationtower.events.ForecastView.Span;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.notifier.notice.Notice;
import dev.migrationtower.notifier.words.Audience;
import dev.migrationtower.notifier.words.Durations;
import dev.migrationtower.notifier.words.Wording;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report of one run: where it stands, its phases, and all that people were told, the newest first. Not thread-safe. */
final class RunReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final String language;
    private final Wording wording;
    private final List<List<String>> told = new ArrayList<>();
    private @Nullable Notice newest;

    /** @param link where the page of the tower is */
    RunReport(String language, @Nullable URI link) {
        this.language = language;
        this.wording = new Wording(Audience.OPERATOR, language, link);
    }

    void add(Notice notice) {
        newest = notice;
        wording.of(notice)
                .ifPresent(message -> told.addFirst(List.of(time(notice.run(), notice.at()), message.text())));
    }

    /** When it was last told of, and whether it was the last time. */
    boolean isOverSince(Instant before) {
        return newest != null && newest.run().endedAt() != null && newest.at().isBefore(before);
    }

    Page page() {
        Notice notice = Objects.requireNonNull(newest);
        RunView run = notice.run();
        return new Page(
                run.title().in(language) + " (" + run.run() + ")",
                notice.id(),
                List.of(
                        new Page.Paragraph(Label.KEPT.in(language)),
                        new Page.Table(List.of(), summary(run)),
                        new Page.Heading(Label.PHASES.in(language)),
                        new Page.Table(
                                labels(
                                        Label.PHASE,
                                        Label.STATE,
                                        Label.STARTED,
                                        Label.ENDED,
                                        Label.TOOK,
                                        Label.BREACHES),
                                run.phases().stream()
                                        .filter(phase -> !phase.rollback() || phase.startedAt() != null)
                                        .map(phase -> row(run, phase))
                                        .toList()),
                        new Page.Heading(Label.TOLD.in(language)),
                        new Page.Table(labels(Label.WHEN, Label.WHAT), told)));
    }

    private List<List<String>> summary(RunView run) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(Label.STATE.in(language), Label.of(run.state(), language)));
        rows.add(List.of(Label.MODE.in(language), Label.of(run.mode(), language)));
        if (run.window() != null) {
            rows.add(List.of(
                    Label.WINDOW.in(language),
                    time(run, run.window().opens()) + " – "
                            + time(run, run.window().closes())));
        }
        rows.add(List.of(Label.STARTED.in(language), time(run, run.startedAt())));
        rows.add(List.of(Label.ENDED.in(language), time(run, run.endedAt())));
        Span end = run.forecast() == null ? null : run.forecast().end();
        if (run.endedAt() == null && end != null) {
            rows.add(List.of(Label.EXPECTED.in(language), time(run, end.p50()) + " – " + time(run, end.p90())));
        }
        rows.add(List.of(Label.TOOK.in(language), took(run.startedAt(), run.endedAt())));
        run.links().forEach(link -> rows.add(List.of(link.rel(), link.href())));
        return rows;
    }

    private List<String> row(RunView run, PhaseView phase) {
        return List.of(
                phase.title().in(language),
                Label.of(phase.state(), language) + (phase.reason() == null ? "" : " (" + phase.reason() + ")"),
                time(run, phase.startedAt()),
                time(run, phase.endedAt()),
                took(phase.startedAt(), phase.endedAt()),
                phase.breaches() == 0 ? "" : Integer.toString(phase.breaches()));
    }

    private List<String> labels(Label... labels) {
        return Stream.of(labels).map(label -> label.in(language)).toList();
    }

    private static String time(RunView run, @Nullable Instant at) {
        return at == null ? "" : TIME.withZone(run.timezone()).format(at);
    }

    private static String took(@Nullable Instant from, @Nullable Instant until) {
        return from == null || until == null ? "" : Durations.between(from, until);
    }
}
