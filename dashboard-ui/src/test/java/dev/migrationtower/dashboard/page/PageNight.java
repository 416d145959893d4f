package dev.migrationtower.dashboard.page;

import dev.migrationtower.events.AnnouncementView;
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
import dev.migrationtower.events.TaskView;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.CriterionView;
import dev.migrationtower.events.View.DecisionView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.GateView;
import dev.migrationtower.events.View.NoReturn;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Sight;
import dev.migrationtower.events.WaiverView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of a night in which one phase asks one application to be closed; each is the next revision. */
final class PageNight {
    static final String HOSTILE =
            "<img src=x onerror=\"window.__xss=1\"><script>window.__xss=2</script>'\"&lt;${1}{{2}}";
    static final String LATE_LINE = "Connected to server";
    private static final String PHASE = "close";
    private final String run = "night-" + UUID.randomUUID();
    private final Instant began = Instant.now();
    private long revision;

    /** The newest that was made. */
    long revision() {
        return revision;
    }

    String run() {
        return run;
    }

    Event started() {
        return event(EventType.RUN_STARTED, null, runView(List.of(), List.of()));
    }

    /** A rollback is proposed, and everybody was told something. */
    Event troubled() {
        AnnouncementView told =
                new AnnouncementView("a-1", Text.of("We reopen later than planned."), "oncall-a", Instant.now());
        return event(
                EventType.ROLLBACK_PROPOSED, null, runView(List.of("disk/api is critical for 5 min"), List.of(told)));
    }

    /** A task of the phase is done by somebody, or not. */
    Event task(TaskView.@Nullable DoneBy done, String command) {
        return event(
                done == null ? EventType.TASK_UNDONE : EventType.TASK_DONE,
                command,
                phaseView(revision + 1, PhaseState.ACTIVE, 0, done));
    }

    /** Two lanes: one runs its second attempt, the other is silent, and waits for nothing but its waived step. */
    Event steps() {
        return event(EventType.STEP_PROGRESSED, null, migrateView(PhaseState.ACTIVE, null));
    }

    Event failed(String reason) {
        return event(EventType.PHASE_FAILED, null, migrateView(PhaseState.FAILED, reason));
    }

    Event forecast() {
        Instant now = Instant.now();
        ForecastView.Span end = new ForecastView.Span(now.plusSeconds(3600), now.plusSeconds(7200));
        return event(
                EventType.FORECAST_CHANGED,
                null,
                new ForecastView(
                        revision + 1,
                        end,
                        List.of(new ForecastView.PhaseEnd("migrate", end, 240L)),
                        List.of(new ForecastView.StepEnd("migrate", "api", "alter-ke", end, 240L)),
                        new ForecastView.Ground(2, 1.3, List.of()),
                        new ForecastView.Outlook(ForecastView.Level.WILL_OVERRUN, 2400L),
                        now.plusSeconds(1800),
                        end));
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

    /** Something that was right when it was last looked at, an hour ago; nobody turned it into unknown since. */
    Event longAgo(Verdict verdict, String saw) {
        return event(
                EventType.CHECK_OBSERVED,
                null,
                checkView(verdict, saw, null, null, Instant.now().minusSeconds(3600)));
    }

    Event breach() {
        return event(EventType.BREACH_DETECTED, null, checkView(Verdict.NOT_MET, "status 200", null, Instant.now()));
    }

    Event refused(String command, String problem) {
        return event(EventType.COMMAND_REJECTED, command, new View.Rejection(command, 409, List.of(problem)));
    }

    private RunView runView(List<String> proposals, List<AnnouncementView> announcements) {
        return runView(Text.of("The night"), proposals, announcements);
    }

    private RunView runView(Text title, List<String> proposals, List<AnnouncementView> announcements) {
        return new RunView(
                run,
                revision + 1,
                "night",
                1,
                title,
                null,
                List.of(),
                RunMode.SIMULATION,
                RunState.IN_PROGRESS,
                ZoneId.of("Europe/Paris"),
                null,
                began,
                began,
                null,
                false,
                proposals,
                announcements,
                null,
                null,
                List.of(phaseView(revision + 1, PhaseState.ACTIVE, 0), migrateView(PhaseState.PENDING, null)),
                null,
                null,
                null);
    }

    private PhaseView phaseView(long at, PhaseState state, int breaches) {
        return phaseView(at, state, breaches, null);
    }

    private PhaseView phaseView(long at, PhaseState state, int breaches, TaskView.@Nullable DoneBy done) {
        DecisionView decision = new DecisionView("lead", List.of(), 1, Text.of("Shall we?"), List.of(), List.of());
        List<CriterionView> criteria = List.of(
                criterion("check", "app", "closed", List.of()), criterion("tasks", null, null, List.of("freeze")));
        GateView gate = new GateView(GateResult.NO_GO, at, began, null, 0, 1, 0, 0, criteria, decision);
        TaskView freeze = new TaskView("freeze", "lead", Text.of("Freeze deployments"), done);
        return new PhaseView(
                PHASE,
                at,
                Text.of("Close"),
                false,
                state,
                breaches,
                60L,
                null,
                began,
                null,
                0,
                null,
                null,
                List.of(freeze),
                List.of(),
                null,
                List.of(),
                gate);
    }

    private PhaseView migrateView(PhaseState state, @Nullable String reason) {
        Instant now = Instant.now();
        List<LaneView> lanes = List.of(
                new LaneView(
                        "api",
                        LaneView.State.ALIVE,
                        began,
                        now,
                        12.5,
                        List.of(
                                new StepView("alter-ke", StepState.RUNNING, 2, began, null, 40.5, now, "in progress"),
                                new StepView("alter-answers", StepState.PENDING, 0, null, null, null, null, null)),
                        3,
                        List.of(LATE_LINE)),
                new LaneView(
                        "datawarehouse",
                        LaneView.State.LATE,
                        began,
                        now.minusSeconds(400),
                        null,
                        List.of(
                                new StepView("alter-ke", StepState.DONE, 1, began, now, null, null, "Done"),
                                new StepView(
                                        "alter-answers",
                                        StepState.FAILED,
                                        1,
                                        began,
                                        now,
                                        null,
                                        null,
                                        "error: deadlock detected")),
                        0,
                        List.of()));
        WaiverView waiver = new WaiverView(
                "step/datawarehouse/alter-answers", "dba-a", now, "it is repaired by hand", now.plusSeconds(3600));
        List<CriterionView> criteria = List.of(criterion("steps", null, null, List.of("alter-ke", "alter-answers")));
        GateView gate = new GateView(GateResult.NO_GO, revision + 1, began, null, 1, 2, 0, 1, criteria, null);
        return new PhaseView(
                "migrate",
                revision + 1,
                Text.of("Migrate"),
                false,
                state,
                0,
                3600L,
                5400L,
                state == PhaseState.PENDING ? null : began,
                state == PhaseState.FAILED ? now : null,
                0,
                null,
                reason,
                List.of(),
                lanes,
                new NoReturn("alter-answers", Text.of("from here, rollback means the backup"), null),
                List.of(waiver),
                gate);
    }

    private static CriterionView criterion(
            String kind, @Nullable String check, @Nullable String state, List<String> ids) {
        return new CriterionView(kind, check, state, false, ids, null, List.of());
    }

    private CheckView checkView(
            Verdict verdict, String saw, @Nullable String message, @Nullable Instant breachedSince) {
        return checkView(verdict, saw, message, breachedSince, Instant.now());
    }

    private CheckView checkView(
            Verdict verdict, String saw, @Nullable String message, @Nullable Instant breachedSince, Instant now) {
        boolean held = breachedSince != null;
        ExpectationView expectation = new ExpectationView(
                PHASE, held, "closed", "status == 503", saw, verdict, began, breachedSince, 0, false, true);
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
                "gate",
                verdict,
                began,
                null,
                List.of(expectation),
                sight);
    }

    private Event event(EventType type, @Nullable String cause, View view) {
        revision++;
        return new Event(run, revision, type, Instant.now(), "run", "because", cause, null, null, null, view);
    }
}
