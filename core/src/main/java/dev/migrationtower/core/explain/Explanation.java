package dev.migrationtower.core.explain;

import dev.migrationtower.core.plan.Estimate;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.Rollback;
import dev.migrationtower.events.View.Window;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A plan as plain text for whoever will stand by it at night: how long it takes, what closes each phase, and the way back. */
public final class Explanation {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

    private final Plan plan;
    private final String language;

    private Explanation(Plan plan, String language) {
        this.plan = plan;
        this.language = language;
    }

    /**
     * The text, in lines that end with a line feed, of at most 120 columns where the plan's own words let them.
     *
     * @param language of the plan's own texts, as far as it has them: {@code en}, {@code fr}
     */
    public static String of(Plan plan, String language) {
        return new Explanation(plan, language).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder(head());
        text.append("\nHOW LONG IT TAKES\n\n").append(new Timetable(plan, language).text());
        text.append("\nWHAT CLOSES EACH PHASE\n\n");
        Criteria criteria = new Criteria(plan, language);
        plan.phases().forEach(criteria::add);
        text.append(criteria.text());
        text.append("\nTHE WAY BACK\n\n").append(wayBack(plan.rollback()));
        return text.toString();
    }

    private String head() {
        Table head = new Table().row("plan", plan.id() + ": " + plan.title().in(language));
        if (plan.owner() != null) {
            head.row("owner", plan.owner());
        }
        Window window = plan.window();
        if (window != null) {
            head.row(
                    "window",
                    "%s to %s (%s)".formatted(local(window.opens()), local(window.closes()), plan.timezone()));
        }
        return head.text();
    }

    private String wayBack(@Nullable Rollback rollback) {
        if (rollback == null) {
            return "The plan has none.\n";
        }
        Criteria criteria = new Criteria(plan, language);
        for (Rollback.Proposal proposal : rollback.propose()) {
            criteria.proposal(proposal);
        }
        rollback.phases().forEach(criteria::add);
        Estimate estimate = rollback.expected();
        return criteria.text() + "\n" + (estimate == null ? "Nobody estimated it.\n" : latest(estimate));
    }

    private String latest(Estimate estimate) {
        String takes = "It takes " + Written.of(estimate) + ".\n";
        Window window = plan.window();
        return window == null
                ? takes
                : takes
                        + "To be over when the window closes, begin it by %s (p50) or %s (p90).%n"
                                .formatted(
                                        local(window.closes().minus(estimate.p50())),
                                        local(window.closes().minus(estimate.p90())));
    }

    private String local(Instant time) {
        return DAY_AND_TIME.format(time.atZone(plan.timezone()));
    }
}
