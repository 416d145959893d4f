package dev.migrationtower.dashboard.page;

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
import dev.migrationtower.events.View.CriterionView;
import dev.migrationtower.events.View.DecisionView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.GateView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Sight;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of a night in which one phase asks one application to be closed; each is the next revision. */
final class PageNight {
    private static final String PHASE = "close";
    private final String run = "night-" + UUID.randomUUID();
    private final Instant began = Instant.now();
    private long revision;

    String run() {
        return run;
    }

    Event started() {
        List<PhaseView> phases = List.of(phaseView(1, PhaseState.ACTIVE, 0));
        return event(
                EventType.RUN_STARTED,
                null,
                new RunView(
                        run,
                        1,
                        Text.of("The night"),
                        RunMode.SIMULATION,
                        RunState.IN_PROGRESS,
                        ZoneId.of("Europe/Paris"),
                        null,
                        began,
                        began,
                        null,
                        phases));
    }

    Event phase(EventType type, PhaseState state, int breaches) {
        return event(type, null, phaseView(revision + 1, state, breaches));
    }

    Event passed() {
        return phase(EventType.PHASE_PASSED, PhaseState.PASSED, 1);
    }

    Event check(EventType type, Verdict verdict, String saw) {
        return event(type, null, checkView(verdict, saw, null, null));
    }

    Event unobservable(String message) {
        return event(EventType.CHECK_STALE, null, checkView(Verdict.UNKNOWN, "nothing", message, null));
    }

    Event breach() {
        return event(EventType.BREACH_DETECTED, null, checkView(Verdict.NOT_MET, "status 200", null, Instant.now()));
    }

    Event refused(String command, String problem) {
        return event(EventType.COMMAND_REJECTED, command, new View.Rejection(command, 409, List.of(problem)));
    }

    private PhaseView phaseView(long at, PhaseState state, int breaches) {
        DecisionView decision = new DecisionView("lead", 1, Text.of("Shall we?"), List.of());
        List<CriterionView> criteria = List.of(new CriterionView("app", "closed"));
        GateView gate = new GateView(GateResult.NO_GO, at, began, null, 0, 1, 0, criteria, decision);
        return new PhaseView(PHASE, at, Text.of("Close"), state, breaches, 60L, began, null, gate);
    }

    private CheckView checkView(
            Verdict verdict, String saw, @Nullable String message, @Nullable Instant breachedSince) {
        Instant now = Instant.now();
        boolean held = breachedSince != null;
        ExpectationView expectation =
                new ExpectationView(PHASE, held, "closed", "status == 503", saw, verdict, began, breachedSince);
        String cause = message == null ? null : "timeout";
        Sight sight =
                new Sight(now, now.plusSeconds(30), 12, "probe-http-1", Map.of(), List.of(), cause, message, null);
        return new CheckView(
                run,
                "app",
                "orga",
                revision + 1,
                "http",
                Text.of("Orga"),
                null,
                verdict,
                began,
                List.of(expectation),
                sight);
    }

    private Event event(EventType type, @Nullable String cause, View view) {
        revision++;
        return new Event(run, revision, type, Instant.now(), "run", "because", cause, null, null, view);
    }
}
