package dev.migrationtower.dashboard;

import dev.migrationtower.events.Command;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.DecisionView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.GateView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Sight;
import dev.migrationtower.events.WallView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Views and events of a run, for tests: a night with one phase and one check. */
public record Night(String run) {
    public static final Instant TEN = Instant.parse("2026-11-22T22:00:00Z");

    public RunView runView(long revision, RunState state) {
        return runView(revision, state, null);
    }

    private RunView runView(long revision, RunState state, @Nullable Instant endedAt) {
        return runView(revision, state, endedAt, null, List.of());
    }

    private RunView runView(
            long revision,
            RunState state,
            @Nullable Instant endedAt,
            @Nullable Boolean openToPublic,
            List<WallView> walls) {
        return new RunView(
                run,
                revision,
                "night",
                1,
                Text.of("The night"),
                null,
                List.of(),
                RunMode.SIMULATION,
                state,
                ZoneId.of("Europe/Paris"),
                null,
                TEN,
                null,
                endedAt,
                false,
                List.of(),
                List.of(),
                null,
                null,
                List.of(phaseView(revision, PhaseState.PENDING)),
                null,
                openToPublic,
                walls);
    }

    /** The run under way, in a phase whose gate asks these people. */
    public RunView deciding(long revision, List<String> people) {
        PhaseView phase = phaseView(revision, PhaseState.AWAITING_DECISION);
        DecisionView asked = new DecisionView("lead", people, 1, Text.of("Go?"), List.of(), List.of());
        GateView gate = new GateView(GateResult.GO, revision, TEN, null, 1, 0, 0, 0, List.of(), asked);
        return runView(revision, RunState.IN_PROGRESS)
                .with(
                        new PhaseView(
                                phase.id(),
                                revision,
                                phase.title(),
                                false,
                                phase.state(),
                                0,
                                null,
                                null,
                                TEN,
                                null,
                                0,
                                TEN,
                                null,
                                List.of(),
                                List.of(),
                                null,
                                List.of(),
                                gate),
                        revision);
    }

    /** The run under way, in a phase with a script: lane api, steps alter-ke and alter-answers. */
    public RunView scripted(long revision, RunState state) {
        List<StepView> steps = Stream.of("alter-ke", "alter-answers")
                .map(step -> new StepView(step, StepState.PENDING, 0, null, null, null, null, null))
                .toList();
        LaneView lane = new LaneView("api", LaneView.State.PENDING, TEN, null, null, steps, 0, List.of());
        return runView(revision, state).with(phaseView(revision, PhaseState.ACTIVE, List.of(lane)), revision);
    }

    public PhaseView phaseView(long revision, PhaseState state) {
        return phaseView(revision, state, List.of());
    }

    private PhaseView phaseView(long revision, PhaseState state, List<LaneView> lanes) {
        GateView gate = new GateView(GateResult.NO_GO, revision, TEN, null, 0, 1, 0, 0, List.of(), null);
        return new PhaseView(
                "close",
                revision,
                Text.of("Close"),
                false,
                state,
                0,
                60L,
                null,
                null,
                null,
                0,
                null,
                null,
                List.of(),
                lanes,
                null,
                List.of(),
                gate);
    }

    public CheckView checkView(long revision, Verdict verdict) {
        return new CheckView(
                run,
                "app",
                "orga",
                revision,
                "http",
                Text.of("Orga"),
                null,
                "gate",
                verdict,
                TEN,
                null,
                List.of(new ExpectationView(
                        "close",
                        false,
                        "closed",
                        "status == 503",
                        "status 200",
                        verdict,
                        TEN,
                        null,
                        0,
                        false,
                        verdict == Verdict.NOT_MET)),
                new Sight(
                        TEN.plusSeconds(revision),
                        TEN.plusSeconds(revision + 30),
                        12,
                        "probe-http-1",
                        Map.of("status", 200),
                        List.of("open"),
                        null,
                        null,
                        null));
    }

    public ForecastView forecast(long revision) {
        ForecastView.Span end = new ForecastView.Span(TEN.plusSeconds(3600), TEN.plusSeconds(7200));
        return new ForecastView(
                revision, end, List.of(), List.of(), new ForecastView.Ground(0, null, List.of()), null, null, null);
    }

    public Event forecastChanged(long revision) {
        return event(revision, EventType.FORECAST_CHANGED, null, forecast(revision));
    }

    public Event began(long revision) {
        return event(revision, EventType.PLAN_CHANGED, null, scripted(revision, RunState.IN_PROGRESS));
    }

    public Event changed(long revision) {
        return event(revision, EventType.PLAN_CHANGED, null, runView(revision, RunState.IN_PROGRESS));
    }

    public Event completed(long revision, Instant at) {
        return event(revision, EventType.RUN_COMPLETED, null, runView(revision, RunState.COMPLETED, at));
    }

    public Event loaded(long revision, @Nullable String cause) {
        return event(revision, EventType.PLAN_LOADED, cause, runView(revision, RunState.SCHEDULED));
    }

    /** The same, for these screens and perhaps everybody. */
    public Event shown(long revision, @Nullable Command command, boolean openToPublic, List<WallView> walls) {
        return answering(
                revision,
                EventType.PLAN_LOADED,
                command,
                runView(revision, RunState.SCHEDULED, null, openToPublic ? true : null, walls));
    }

    /** What somebody said, in reply to this command. */
    public Event said(long revision, Command command) {
        return answering(revision, EventType.COMMENT_POSTED, command, new View.Note("a word"));
    }

    private Event answering(long revision, EventType type, @Nullable Command command, View view) {
        Event plain = event(revision, type, command == null ? null : command.id(), view);
        return new Event(
                run,
                revision,
                type,
                plain.at(),
                plain.subject(),
                plain.reason(),
                plain.cause(),
                command == null ? null : command.author(),
                command == null ? null : command.from(),
                null,
                view);
    }

    public Event checked(long revision) {
        return event(revision, EventType.CHECK_OBSERVED, "look-" + revision, checkView(revision, Verdict.NOT_MET));
    }

    public Event phase(long revision, PhaseState state) {
        return event(revision, EventType.PHASE_STARTED, null, phaseView(revision, state));
    }

    public Event comment(long revision, @Nullable String cause) {
        return event(revision, EventType.COMMENT_POSTED, cause, new View.Note("a word"));
    }

    public Event refused(long revision, String command, int status, String problem) {
        return event(
                revision, EventType.COMMAND_REJECTED, command, new View.Rejection(command, status, List.of(problem)));
    }

    private Event event(long revision, EventType type, @Nullable String cause, View view) {
        return new Event(
                run,
                revision,
                type,
                TEN.plusSeconds(revision),
                "run",
                "because",
                cause,
                null,
                null,
                view instanceof CheckView ? Instant.now() : null,
                view);
    }
}
