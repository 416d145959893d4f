package dev.migrationtower.dashboard.course;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Evidence;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.Origin;
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
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Said;
import dev.migrationtower.events.View.Sight;
import dev.migrationtower.events.WaiverView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of two phases as its events tell it, minute by minute; every text that somebody else writes is {@code text}. */
public final class Told {
    public static final Instant TEN = Instant.parse("2022-07-23T20:00:00Z");
    private final String run;
    private final String text;
    private final RunMode mode;
    private final List<Event> events = new ArrayList<>();
    private long estimate = 600;

    public Told(String run, RunMode mode, String text) {
        this.run = run;
        this.mode = mode;
        this.text = text;
    }

    public static Told rehearsal() {
        return new Told("rehearsal-1", RunMode.REHEARSAL, "a word");
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    public Course course() {
        Course course = new Course();
        events.forEach(course::take);
        return course;
    }

    public Told estimating(long seconds) {
        estimate = seconds;
        return this;
    }

    /** It goes through both phases: the first in so many minutes, four of which people were waited for, the second in so many. */
    public Told whole(int first, int second) {
        return begins(0)
                .sees(1, Verdict.NOT_MET, null)
                .sees(2, Verdict.MET, null)
                .passes(first)
                .ends(first + second);
    }

    /** What was met falls back for four minutes, after which the first phase is passed; all is over after 55. */
    public Told wavering() {
        return begins(0)
                .sees(1, Verdict.MET, null)
                .sees(2, Verdict.NOT_MET, 2)
                .sees(6, Verdict.MET, null)
                .passes(15)
                .ends(55);
    }

    public Told begins(int minute) {
        return add(
                minute,
                EventType.RUN_STARTED,
                runView(RunState.IN_PROGRESS, null, close(null, false), migrate(null, null)));
    }

    /** What it sees of the only check; broken since a minute, or not. */
    public Told sees(int minute, Verdict verdict, @Nullable Integer brokenSince) {
        return add(
                minute,
                brokenSince == null ? EventType.CHECK_CHANGED : EventType.BREACH_DETECTED,
                check(verdict, minute, brokenSince));
    }

    public Told passes(int minute) {
        return add(minute, EventType.PHASE_PASSED, close(minute, true))
                .add(minute, EventType.PHASE_STARTED, migrate(minute, null));
    }

    public Told ends(int minute) {
        PhaseView first = events.stream()
                .map(Event::view)
                .filter(PhaseView.class::isInstance)
                .map(PhaseView.class::cast)
                .filter(phase -> phase.id().equals("close"))
                .reduce((one, another) -> another)
                .orElseThrow();
        Instant began = first.endedAt();
        return add(
                minute,
                EventType.RUN_COMPLETED,
                runView(
                        RunState.COMPLETED,
                        at(minute),
                        first,
                        migrate((int) Duration.between(TEN, began).toMinutes(), minute)));
    }

    public Told comment(int minute) {
        return add(minute, EventType.COMMENT_POSTED, new View.Note(text));
    }

    private Told add(int minute, EventType type, View view) {
        events.add(new Event(
                run,
                events.size() + 1L,
                type,
                at(minute),
                "run",
                text,
                "cause",
                text,
                new Origin("10.0.0.7", "password"),
                null,
                view));
        return this;
    }

    static Instant at(int minute) {
        return TEN.plusSeconds(60L * minute);
    }

    private RunView runView(RunState state, @Nullable Instant ended, PhaseView... phases) {
        return new RunView(
                run,
                events.size() + 1L,
                "night",
                1,
                Text.of(text),
                text,
                List.of(),
                mode,
                state,
                ZoneId.of("Europe/Paris"),
                new View.Window(TEN, at(30)),
                TEN,
                TEN,
                ended,
                false,
                List.of(),
                List.of(),
                null,
                null,
                List.of(phases),
                null,
                null,
                null);
    }

    private PhaseView close(@Nullable Integer ended, boolean waived) {
        Said said = new Said(text, true, TEN, text);
        DecisionView decision = new DecisionView(
                "lead", List.of(), 1, Text.of(text), List.of(), ended == null ? List.of() : List.of(said));
        CriterionView closed = new CriterionView("check", "app", "closed", false, List.of(), null, List.of());
        return new PhaseView(
                "close",
                1,
                Text.of(text),
                false,
                ended == null ? PhaseState.ACTIVE : PhaseState.PASSED,
                0,
                estimate,
                null,
                TEN,
                ended == null ? null : at(ended),
                ended == null ? 0 : 240,
                null,
                null,
                List.of(new TaskView("freeze", null, Text.of(text), new TaskView.DoneBy(text, TEN, text))),
                List.of(),
                null,
                waived ? List.of(new WaiverView("check/app/orga", text, TEN, text, null)) : List.of(),
                new GateView(GateResult.GO, 1, TEN, null, 1, 0, 0, 0, List.of(closed), decision));
    }

    private PhaseView migrate(@Nullable Integer began, @Nullable Integer ended) {
        Instant from = began == null ? null : at(began);
        Instant to = ended == null ? null : at(ended);
        StepState state = to != null ? StepState.DONE : from != null ? StepState.RUNNING : StepState.PENDING;
        StepView step = new StepView("alter", state, from == null ? 0 : 2, from, to, null, null, text);
        return new PhaseView(
                "migrate",
                1,
                Text.of("Migrate"),
                false,
                to != null ? PhaseState.PASSED : from != null ? PhaseState.ACTIVE : PhaseState.PENDING,
                0,
                null,
                null,
                from,
                to,
                0,
                null,
                null,
                List.of(),
                List.of(new LaneView("api", LaneView.State.ALIVE, TEN, null, null, List.of(step), 0, List.of(text))),
                null,
                List.of(),
                new GateView(GateResult.NO_GO, 1, TEN, null, 0, 1, 0, 0, List.of(), null));
    }

    private CheckView check(Verdict verdict, int minute, @Nullable Integer brokenSince) {
        ExpectationView expectation = new ExpectationView(
                "close",
                brokenSince != null,
                "closed",
                "status == 503",
                text,
                verdict,
                TEN,
                brokenSince == null ? null : at(brokenSince),
                0,
                false,
                true);
        Sight saw = new Sight(
                at(minute),
                at(minute + 1),
                12,
                "probe-http-1",
                Map.of("title", text),
                List.of(),
                null,
                null,
                new Evidence(text, "https://example.org/"));
        return new CheckView(
                run,
                "app",
                "orga",
                1,
                "http",
                Text.of(text),
                null,
                "gate",
                verdict,
                TEN,
                null,
                List.of(expectation),
                saw);
    }
}
