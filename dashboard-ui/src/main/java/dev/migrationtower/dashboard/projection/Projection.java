package dev.migrationtower.dashboard.projection;

import dev.migrationtower.events.AnnouncementView;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.GateView;
import dev.migrationtower.events.View.NoReturn;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The views as others than the people at work see them. Pure.
 *
 * <p>Shown to all: titles, phases, counts, times, the forecast, what was announced. To walls, too: each check, its verdict and the
 * numbers that it read. To neither: names, reasons, addresses, conditions, evidence, log lines, links, instances.
 */
public final class Projection {
    private static final String NOT_SHOWN = "";

    private Projection() {}

    /**
     * The event as it is shown. One that shows nothing is still told, as a mere look, so that revisions have no gaps and nobody takes
     * what is kept from them for something lost.
     */
    public static Event of(Event event, Perspective perspective) {
        return perspective == Perspective.OPERATOR
                ? event
                : switch (event.view()) {
                    case RunView view -> shown(event, "run", of(view));
                    case PhaseView view -> shown(event, "phase/" + view.id(), of(view));
                    case ForecastView view -> shown(event, "forecast", of(view));
                    case CheckView view ->
                        perspective == Perspective.WALL
                                ? shown(event, "check/" + view.check() + "/" + view.item(), of(view))
                                : hidden(event);
                    case View.Note ignored -> hidden(event);
                    case View.Rejection ignored -> hidden(event);
                };
    }

    private static Event shown(Event event, String subject, View view) {
        return made(event, event.type(), subject, event.observedAt(), view);
    }

    private static Event hidden(Event event) {
        return made(event, EventType.CHECK_OBSERVED, "run", null, new View.Note(NOT_SHOWN));
    }

    private static Event made(Event event, EventType type, String subject, @Nullable Instant observedAt, View view) {
        return new Event(
                event.run(),
                event.revision(),
                type,
                event.at(),
                subject,
                NOT_SHOWN,
                null,
                null,
                null,
                observedAt,
                view);
    }

    /** The run as everybody may see it. */
    public static RunView of(RunView run) {
        return new RunView(
                run.run(),
                run.revision(),
                run.plan(),
                run.planVersion(),
                run.title(),
                null,
                List.of(),
                run.mode(),
                run.state(),
                run.timezone(),
                run.window(),
                run.loadedAt(),
                run.startedAt(),
                run.endedAt(),
                run.rollback(),
                List.of(),
                run.announcements().stream().map(Projection::of).toList(),
                run.nextUpdateAt(),
                null,
                run.phases().stream().map(Projection::of).toList(),
                run.forecast() instanceof ForecastView forecast ? of(forecast) : null,
                run.openToPublic(),
                null);
    }

    /** Its id is chosen by whoever announced it. */
    private static AnnouncementView of(AnnouncementView announcement) {
        return new AnnouncementView(announcement.at().toString(), announcement.text(), NOT_SHOWN, announcement.at());
    }

    private static PhaseView of(PhaseView phase) {
        return new PhaseView(
                phase.id(),
                phase.revision(),
                phase.title(),
                phase.rollback(),
                phase.state(),
                phase.breaches(),
                phase.estimateSeconds(),
                phase.estimateP90Seconds(),
                phase.startedAt(),
                phase.endedAt(),
                phase.waitedSeconds(),
                phase.waitingSince(),
                null,
                List.of(),
                IntStream.range(0, phase.lanes().size())
                        .mapToObj(i -> of(i + 1, phase.lanes().get(i)))
                        .toList(),
                phase.pointOfNoReturn() instanceof NoReturn point ? new NoReturn(null, null, point.passedAt()) : null,
                List.of(),
                of(phase.gate()));
    }

    /** A lane goes by its number: its name may be that of a host, and those of its steps may be SQL. */
    private static LaneView of(int number, LaneView lane) {
        return new LaneView(
                Integer.toString(number),
                lane.state(),
                lane.since(),
                lane.aliveAt(),
                lane.percent(),
                List.of(),
                0,
                List.of());
    }

    private static GateView of(GateView gate) {
        return new GateView(
                gate.result(),
                gate.revision(),
                gate.since(),
                gate.goAt(),
                gate.met(),
                gate.notMet(),
                gate.unknown(),
                gate.waived(),
                List.of(),
                null);
    }

    private static ForecastView of(ForecastView forecast) {
        return new ForecastView(
                forecast.revision(),
                forecast.end(),
                forecast.phases(),
                List.of(),
                new ForecastView.Ground(
                        forecast.ground().earlierRuns(), forecast.ground().pace(), List.of()),
                forecast.window(),
                forecast.rollbackDeadline(),
                forecast.pointOfNoReturn());
    }

    /** The check as walls show it. */
    public static CheckView of(CheckView check) {
        return new CheckView(
                check.run(),
                check.check(),
                check.item(),
                check.revision(),
                NOT_SHOWN,
                check.title(),
                null,
                check.severity(),
                check.verdict(),
                check.since(),
                check.say(),
                check.expectations().stream().map(Projection::of).toList(),
                check.saw() instanceof Sight sight ? of(sight) : null);
    }

    private static ExpectationView of(ExpectationView expectation) {
        return new ExpectationView(
                expectation.phase(),
                expectation.held(),
                expectation.state(),
                NOT_SHOWN,
                NOT_SHOWN,
                expectation.verdict(),
                expectation.since(),
                expectation.breachedSince(),
                expectation.flaps(),
                expectation.waived(),
                expectation.proven());
    }

    private static Sight of(Sight sight) {
        Map<String, Object> numbers = new TreeMap<>(sight.values());
        numbers.values().removeIf(value -> !(value instanceof Number));
        return new Sight(
                sight.observedAt(),
                sight.freshUntil(),
                sight.tookMillis(),
                NOT_SHOWN,
                numbers,
                List.of(),
                null,
                null,
                null);
    }
}
