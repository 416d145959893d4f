package dev.migrationtower.core.night;

import dev.migrationtower.core.fold.Run;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.TaskView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Said;
import dev.migrationtower.events.WaiverView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run that is over, for people: how long everything took, who said and did what, and what was told how often. */
final class FinalState {
    private final DateTimeFormatter time;
    private final StringBuilder text = new StringBuilder();

    private FinalState(ZoneId zone) {
        time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(zone);
    }

    static String of(Run run, List<Event> events) {
        RunView view = run.view();
        FinalState state = new FinalState(view.timezone());
        state.run(view);
        view.phases().stream().filter(phase -> !phase.rollback()).forEach(state::phase);
        state.breaches(events);
        state.counts(events);
        return state.text.toString();
    }

    private void run(RunView run) {
        line("run %s is %s", run.run(), run.state().word());
        line("from %s to %s, %s", at(run.startedAt()), at(run.endedAt()), between(run.startedAt(), run.endedAt()));
        line("plan %s, version %d", run.plan(), run.planVersion());
        line("proposals %s, forecast %s", run.proposals(), run.forecast() == null ? "none any more" : run.forecast());
    }

    private void phase(PhaseView phase) {
        Duration waited = Duration.ofSeconds(phase.waitedSeconds());
        Duration whole = Duration.between(phase.startedAt(), phase.endedAt());
        line(
                "%nphase %s: %s, %s to %s, worked %s, waited %s, planned %s",
                phase.id(),
                phase.state().word(),
                at(phase.startedAt()),
                at(phase.endedAt()),
                words(whole.minus(waited)),
                words(waited),
                words(Duration.ofSeconds(phase.estimateSeconds())));
        line(
                "  gate       %s: %d met, %d not met, %d unknown, %d waived",
                phase.gate().result().word(),
                phase.gate().met(),
                phase.gate().notMet(),
                phase.gate().unknown(),
                phase.gate().waived());
        phase.waivers().forEach(this::waiver);
        phase.tasks().forEach(this::task);
        if (phase.gate().decision() != null) {
            phase.gate().decision().said().forEach(this::said);
        }
        if (phase.pointOfNoReturn() != null) {
            line("  no return  after %s", at(phase.pointOfNoReturn().passedAt()));
        }
        phase.lanes().forEach(this::lane);
    }

    private void waiver(WaiverView waiver) {
        line(
                "  waiver     %s by %s until %s: %s",
                waiver.criterion(), waiver.by(), at(waiver.until()), waiver.reason());
    }

    private void task(TaskView task) {
        TaskView.DoneBy done = task.done();
        line(
                "  task       %s: %s",
                task.id(), done == null ? "not done" : done.by() + " at " + at(done.at()) + ", " + done.evidence());
    }

    private void said(Said said) {
        line("  decision   %s said %s at %s: %s", said.by(), said.go() ? "go" : "no-go", at(said.at()), said.reason());
    }

    private void lane(LaneView lane) {
        line(
                "  lane %s: %s since %s, %d unmatched %s",
                lane.id(), lane.state().word(), at(lane.since()), lane.unmatched(), lane.samples());
        lane.steps().forEach(this::step);
    }

    private void step(StepView step) {
        line(
                "    %-14s  %s, attempt %d, %s to %s, %s",
                step.id(),
                step.state().word(),
                step.attempt(),
                at(step.startedAt()),
                at(step.endedAt()),
                between(step.startedAt(), step.endedAt()));
    }

    private void breaches(List<Event> events) {
        line("%nbreaches");
        events.stream()
                .filter(event -> event.type() == EventType.BREACH_CLEARED)
                .forEach(event -> line("  %s  %s  %s", at(event.at()), event.subject(), event.reason()));
    }

    private void counts(List<Event> events) {
        Map<EventType, Integer> counts = new EnumMap<>(EventType.class);
        events.forEach(event -> counts.merge(event.type(), 1, Integer::sum));
        line("%nevents %d", events.size());
        counts.forEach((type, count) -> line("  %-20s  %d", type.shortName(), count));
    }

    private String at(Instant instant) {
        return instant == null ? "never" : time.format(instant);
    }

    private static String between(Instant from, Instant to) {
        return from == null || to == null ? "nobody knows how long" : words(Duration.between(from, to));
    }

    private static String words(Duration duration) {
        return String.format("%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(format, arguments)).append('\n');
    }
}
