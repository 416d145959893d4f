package dev.migrationtower.dashboard;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.GateView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Sight;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Views and events of a run, for tests: a night with one phase and one check. */
public record Night(String run) {
    public static final Instant TEN = Instant.parse("2026-11-22T22:00:00Z");

    public RunView runView(long revision, RunState state) {
        return new RunView(
                run,
                revision,
                Text.of("The night"),
                RunMode.SIMULATION,
                state,
                ZoneId.of("Europe/Paris"),
                null,
                TEN,
                null,
                null,
                List.of(phaseView(revision, PhaseState.PENDING)));
    }

    public PhaseView phaseView(long revision, PhaseState state) {
        GateView gate = new GateView(GateResult.NO_GO, revision, TEN, null, 0, 1, 0, List.of(), null);
        return new PhaseView("close", revision, Text.of("Close"), state, 0, 60L, null, null, gate);
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
                verdict,
                TEN,
                List.of(new ExpectationView(
                        "close", false, "closed", "status == 503", "status 200", verdict, TEN, null)),
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

    public Event loaded(long revision, @Nullable String cause) {
        return event(revision, EventType.PLAN_LOADED, cause, runView(revision, RunState.SCHEDULED));
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
                view instanceof CheckView ? Instant.now() : null,
                view);
    }
}
