package dev.migrationtower.core.explain;

import dev.migrationtower.core.plan.Estimate;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** What each phase takes, when it would end, and whether all of it fits in the window. */
record Timetable(Plan plan, String language) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final Estimate NOTHING = new Estimate(Duration.ZERO, Duration.ZERO);

    String text() {
        Table table = new Table();
        table.row("PHASE", "TITLE", "P50", "P90", "SUM P50", "SUM P90", "ENDS P50", "ENDS P90");
        Estimate sum = NOTHING;
        for (Phase phase : plan.phases()) {
            Estimate takes = phase.expected();
            sum = takes == null ? sum : sum.plus(takes);
            table.row(
                    phase.id(),
                    phase.title().in(language),
                    takes == null ? "?" : Written.of(takes.p50()),
                    takes == null ? "?" : Written.of(takes.p90()),
                    Written.of(sum.p50()),
                    Written.of(sum.p90()),
                    end(sum.p50()),
                    end(sum.p90()));
        }
        return table.text() + "\n" + verdict(sum);
    }

    private String end(Duration after) {
        Window window = plan.window();
        return window == null ? "" : TIME.format(window.opens().plus(after).atZone(plan.timezone()));
    }

    private String verdict(Estimate sum) {
        Window window = plan.window();
        boolean all = plan.phases().stream().map(Phase::expected).allMatch(Objects::nonNull);
        String unknown = all ? "" : "What nobody estimated (?) counts as nothing.\n";
        return unknown + (window == null ? "The plan has no window.\n" : against(window, sum));
    }

    private static String against(Window window, Estimate sum) {
        Duration length = Duration.between(window.opens(), window.closes());
        return "The window is %s long: %s at p50, %s at p90.%n"
                .formatted(Written.of(length), spare(length.minus(sum.p50())), spare(length.minus(sum.p90())));
    }

    private static String spare(Duration left) {
        return left.isNegative() ? Written.of(left.negated()) + " too short" : Written.of(left) + " to spare";
    }
}
