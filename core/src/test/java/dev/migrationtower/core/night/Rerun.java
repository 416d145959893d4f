package dev.migrationtower.core.night;

import dev.migrationtower.core.fold.Fold;
import dev.migrationtower.core.fold.Input;
import dev.migrationtower.core.fold.Run;
import dev.migrationtower.core.fold.Step;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.RunMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Lets a scenario happen once more, in no time: probes look when it is their turn, and the fold is called when it wants to be. */
final class Rerun {
    private static final String RUN = "bigint-answers-2022";

    private final Estate estate = new Estate();
    private final List<Event> events = new ArrayList<>();
    private String plan;
    private Run run;
    private int commands;
    private long inputs;

    private Rerun(String plan) {
        this.plan = plan;
    }

    /** @param plan as it is before anybody changes it */
    static Rerun of(List<Happening> scenario, String plan) {
        Rerun rerun = new Rerun(plan);
        Iterator<Happening> happenings = scenario.iterator();
        while (happenings.hasNext()) {
            Happening happening = happenings.next();
            rerun.until(happening.at());
            rerun.happens(happening);
        }
        return rerun;
    }

    /** Lets time pass. What is due at an instant is done before anybody looks, and what can be seen is seen before anything happens. */
    private void until(Instant end) {
        for (Instant next = next(); !next.isAfter(end); next = next()) {
            Instant due = due();
            if (due.isAfter(next)) {
                estate.look().ifPresent(seen -> input(new Input.Seen(seen), seen.observedAt()));
            } else {
                input(new Input.Tick(), due);
            }
        }
    }

    private Instant next() {
        Instant look = estate.next();
        Instant due = due();
        return due.isAfter(look) ? look : due;
    }

    private Instant due() {
        Instant due = run == null ? null : run.nextDeadline();
        return due == null ? Instant.MAX : due;
    }

    private void happens(Happening happening) {
        switch (happening) {
            case Happening.Shows shows -> estate.shows(shows);
            case Happening.Appears appears -> estate.appears(appears.line());
            case Happening.Probe probe -> estate.probe(probe);
            case Happening.Asks asks -> ask(asks.at(), asks.who(), asks.action(), asks.reason());
            case Happening.Plans plans -> {
                if (!plan.contains(plans.old())) {
                    throw new IllegalArgumentException("the plan has no " + plans.old());
                }
                plan = plan.replace(plans.old(), plans.replacement());
                ask(plans.at(), plans.who(), new Action.LoadPlan(plan, RunMode.PRODUCTION, List.of()), "");
            }
        }
    }

    private void ask(Instant at, String who, Action action, String reason) {
        input(new Input.Told(new Command("command-" + ++commands, RUN, at, who, reason, null, action, null)), at);
    }

    private void input(Input input, Instant now) {
        Step step = Fold.step(run, input, now);
        inputs++;
        run = step.state();
        events.addAll(step.events());
        estate.assigned(step.assignments(), now);
    }

    /** What was told. */
    List<Event> events() {
        return List.copyOf(events);
    }

    /** The run as it stands at the end. */
    Run run() {
        return run;
    }

    /** How many looks, commands and ticks it took. */
    long inputs() {
        return inputs;
    }
}
