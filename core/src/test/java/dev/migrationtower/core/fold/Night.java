package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Origin;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Outcome.LogLine;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.Signal;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.PhaseView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run under test, with its clock and everything that happened in it. Time passes only when told, and then deadline by deadline. */
final class Night {
    static final String PLAN = """
            tower: 1
            id: night
            title: Night
            defaults: {interval: 1s, freshness: 10s, sustain: 2s, breachAfter: 3s}
            checks:
              app:
                probe: http
                forEach: [{id: one}, {id: two}]
                with: {url: "http://localhost/{id}"}
                states: {closed: "status == 503", open: "status == 200"}
              db:
                probe: postgres
                with: {datasource: api}
                states: {drained: "sessions == 0", migrating: "sessions <= 1", normal: "sessions >= 2"}
            phases:
              - id: close
                gate: {require: [{check: app, is: closed}], hold: {until: reopen}}
              - id: drain
                gate:
                  require: [{check: db, is: drained}]
                  hold: {until: reopen, expecting: migrating}
                  decision: {role: lead, question: "Go?"}
              - id: reopen
                gate: {require: [{check: app, is: open}, {check: db, is: normal}]}
            """;

    static final String RUN = "night-1";
    static final Origin FROM = new Origin("192.0.2.7", "password");
    private final List<Event> events = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T22:00:00Z");
    private Run run;
    private Step last;
    private int ids;

    /** A run of this plan, not started. */
    static Night of(String yaml) {
        Night night = new Night().loads(yaml);
        assertThat(night.last.ignored()).isNull();
        return night;
    }

    /** The same run, whose ways part here. */
    Night copy() {
        Night other = new Night();
        other.now = now;
        other.run = run;
        other.last = last;
        other.ids = ids;
        other.events.addAll(events);
        return other;
    }

    static Night loaded() {
        return of(PLAN);
    }

    static Night started() {
        return loaded().tell(new Action.Start());
    }

    /** Applications closed, gate passed: the drain phase is under way. */
    static Night draining() {
        return started()
                .sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503)
                .after(2);
    }

    /** Drained, awaiting the decision, the applications seen just now. */
    static Night awaiting() {
        return draining().sees("db", "db", "sessions", 0).after(2);
    }

    Night loads(String yaml) {
        return tell(new Action.LoadPlan(yaml, RunMode.SIMULATION, List.of()));
    }

    Night tell(Action action) {
        return tell("lead", action, "because", null);
    }

    Night tell(String author, Action action, String reason, Long revision) {
        return input(new Input.Told(new Command("c" + ids++, RUN, now, author, reason, revision, action, FROM)));
    }

    Night tellAs(String author, Action action) {
        return tell(author, action, "because", null);
    }

    /** A line of the log of a script, seen now. */
    Night logs(String source, String host, String text) {
        return logs(source, host, text, now);
    }

    Night logs(String source, String host, String text, Instant at) {
        return hears(source, line(host, text, at));
    }

    LogLine line(String host, String text) {
        return line(host, text, now);
    }

    /** A line, not seen yet. */
    LogLine line(String host, String text, Instant at) {
        return new LogLine("l" + ids++, at, host, text);
    }

    /** Lines, seen now; none: the log was read, and there was nothing new. */
    Night hears(String source, LogLine... lines) {
        return sees(source, source, new Outcome.LogLines(List.of(lines)), now);
    }

    Night pings(String lane, String step, Signal signal) {
        return sees(Outcome.Ping.PINGS, lane, new Outcome.Ping(lane, step, signal, null, null), now);
    }

    /** Why the last command was refused; fails if it was not, or if anything else came of it. What was due before it is not of it. */
    View.Rejection refusal() {
        List<Event> ofIt =
                last.events().stream().filter(event -> event.by() != null).toList();
        assertThat(ofIt).singleElement().extracting(Event::type).isEqualTo(EventType.COMMAND_REJECTED);
        return (View.Rejection) ofIt.getFirst().view();
    }

    /** Whether the last command was carried out. */
    boolean isObeyed() {
        return last.events().stream().noneMatch(event -> event.type() == EventType.COMMAND_REJECTED);
    }

    Night repeat(Command command) {
        return input(new Input.Told(command));
    }

    Night sees(String check, String item, String value, Object is) {
        return sees(check, item, new Outcome.Reading(Map.of(value, is)), now);
    }

    Night seesNothing(String check, String item, String cause) {
        return sees(check, item, new Outcome.Unobservable(cause, "no sight: " + cause), now);
    }

    Night sees(String check, String item, Outcome outcome, Instant observedAt) {
        return input(new Input.Seen(new Observation(
                "o" + ids++, RUN, check, item, "http", "probe-1", observedAt, 5, null, outcome, null, null)));
    }

    /** What a probe sees that looked at what it was asked, by whichever plan. */
    Night answers(CheckSpec asked, Outcome outcome) {
        return input(new Input.Seen(new Observation(
                "o" + ids++,
                asked.run(),
                asked.check(),
                asked.item(),
                asked.probe(),
                "probe-1",
                now,
                5,
                null,
                outcome,
                null,
                asked.version())));
    }

    /** How the plan as it is now asks for this. */
    CheckSpec asked(String check, String item) {
        CheckState state = run.check(new CheckKey(RUN, check, item));
        Instant since = run.derived.isFollowed(check) ? run.memory().startedAt() : null;
        return state.check().asked(RUN, state.item(), since);
    }

    Night seesAllAgain() {
        Run seen = run;
        seen.checkViews().forEach(view -> {
            View.Sight saw = view.saw();
            if (saw != null) {
                sees(view.check(), view.item(), new Outcome.Reading(saw.values()), now);
            }
        });
        return this;
    }

    Night after(int seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    Night after(Duration duration) {
        Instant until = now.plus(duration);
        Instant next = run.nextDeadline();
        while (next != null && !next.isAfter(until)) {
            now = next;
            input(new Input.Tick());
            next = run.nextDeadline();
        }
        now = until;
        return this;
    }

    /** Time passes, and nobody notices: the next input is the first thing that happens. */
    Night unnoticed(int seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    /** The clock is set: back, if it is less than nothing. */
    Night clockMovesBy(int seconds) {
        return unnoticed(seconds);
    }

    /** Time passes while the tower is down: what fell due is made up for at once. */
    Night afterAnOutageOf(Duration duration) {
        now = now.plus(duration);
        return input(new Input.Tick());
    }

    Night input(Input input) {
        last = Fold.step(run, input, now);
        run = last.state();
        events.addAll(last.events());
        return this;
    }

    /** Everything but what outlives a restart is lost, and the memories go through JSON. */
    Night restarted() throws Exception {
        List<CheckMemory> memories = new ArrayList<>();
        for (CheckKey key : run.checks.keySet()) {
            memories.add(again(run.memory(key), CheckMemory.class));
        }
        run = Run.recall(again(run.orders(), Orders.class), again(run.memory(), RunMemory.class), memories);
        return this;
    }

    private static <T> T again(T value, Class<T> type) throws Exception {
        return dev.migrationtower.events.Json.read(dev.migrationtower.events.Json.write(value), type);
    }

    // --- what came of it

    Run run() {
        return run;
    }

    Step last() {
        return last;
    }

    Instant now() {
        return now;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    Night forgetEvents() {
        events.clear();
        return this;
    }

    List<String> types() {
        return events.stream().map(event -> event.type().shortName()).toList();
    }

    Event only(EventType type) {
        List<Event> found =
                events.stream().filter(event -> event.type() == type).toList();
        assertThat(found).as("events of type %s among %s", type, types()).hasSize(1);
        return found.getFirst();
    }

    CheckView check(String check, String item) {
        return run.checkViews().stream()
                .filter(view -> view.check().equals(check) && view.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    PhaseView phase(String id) {
        return run.view().phases().stream()
                .filter(phase -> phase.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    LaneView lane(String id) {
        return run.view().phases().stream()
                .flatMap(phase -> phase.lanes().stream())
                .filter(lane -> lane.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    StepView step(String lane, String id) {
        return lane(lane).steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
