package dev.migrationtower.core.explain;

import dev.migrationtower.core.plan.Estimate;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.util.List;

/** What each phase takes, when it would end, and whether all of it fits in the window. */
record Timetable(Plan plan, Phrases phrases, int columns) {
    private static final Estimate NOTHING = new Estimate(Duration.ZERO, Duration.ZERO);

    String text() {
        Table table = new Table()
                .row(
                        phrases.say("column.phase"),
                        phrases.say("column.title"),
                        "P50",
                        "P90",
                        phrases.say("column.sum.p50"),
                        phrases.say("column.sum.p90"),
                        phrases.say("column.ends.p50"),
                        phrases.say("column.ends.p90"));
        Estimate sum = NOTHING;
        for (Phase phase : plan.phases()) {
            Estimate takes = phase.expected();
            sum = takes == null ? sum : sum.plus(takes);
            table.row(
                    phase.id(),
                    phase.title().in(phrases.language()),
                    takes == null ? "?" : Written.of(takes.p50()),
                    takes == null ? "?" : Written.of(takes.p90()),
                    Written.of(sum.p50()),
                    Written.of(sum.p90()),
                    end(sum.p50()),
                    end(sum.p90()));
        }
        return table.text(columns) + "\n" + verdict(sum);
    }

    private String end(Duration after) {
        Window window = plan.window();
        return window == null
                ? ""
                : phrases.times("EEE HH:mm").format(window.opens().plus(after).atZone(plan.timezone()));
    }

    private String verdict(Estimate sum) {
        Window window = plan.window();
        List<String> unknown =
                plan.phases().stream().flatMap(Phase::unestimated).toList();
        return (unknown.isEmpty() ? "" : paragraph(phrases.say("not-counted", String.join(", ", unknown))))
                + paragraph(window == null ? phrases.say("window.none") : against(window, sum));
    }

    private String paragraph(String text) {
        return Table.paragraph(text, columns);
    }

    private String against(Window window, Estimate sum) {
        Duration length = Duration.between(window.opens(), window.closes());
        return phrases.say(
                "window.length", Written.of(length), spare(length.minus(sum.p50())), spare(length.minus(sum.p90())));
    }

    private String spare(Duration left) {
        return left.isNegative()
                ? phrases.say("too-short", Written.of(left.negated()))
                : phrases.say("to-spare", Written.of(left));
    }
}
