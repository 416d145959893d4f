package dev.migrationtower.core.explain;

import dev.migrationtower.core.plan.Announce;
import dev.migrationtower.core.plan.Estimate;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.Rollback;
import dev.migrationtower.events.View.Window;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan as plain text for whoever will stand by it at night: who it is, how long it takes, what is looked at, what closes each phase,
 * and the way back.
 */
public final class Explanation {
    private final Plan plan;
    private final Phrases phrases;
    private final int columns;

    private Explanation(Plan plan, Phrases phrases, int columns) {
        this.plan = plan;
        this.phrases = phrases;
        this.columns = columns;
    }

    /**
     * The text, in lines that end with a line feed.
     *
     * @param language {@code en} or {@code fr}; in another one, only the plan's own texts are, as far as it has them
     * @param columns how wide it may be, where the plan's own words let it
     */
    public static String of(Plan plan, String language, int columns) {
        return new Explanation(plan, Phrases.in(language), columns).text();
    }

    private String text() {
        return head().text(columns)
                + (plan.roles().isEmpty() ? "" : section("people", people().text(columns)))
                + section("time", new Timetable(plan, phrases, columns).text())
                + section("looks", Looks.table(plan, phrases).text(columns))
                + section("criteria", phases())
                + section("back", wayBack(plan.rollback()));
    }

    private String section(String title, String text) {
        return "\n" + phrases.say("title." + title) + "\n\n" + text;
    }

    private Table head() {
        Table head = new Table()
                .row(phrases.say("plan"), plan.id() + ": " + plan.title().in(phrases.language()));
        if (plan.owner() != null) {
            head.row(phrases.say("owner"), plan.owner());
        }
        Window window = plan.window();
        if (window != null) {
            head.row(
                    phrases.say("window"),
                    phrases.say("window.text", local(window.opens()), local(window.closes()), plan.timezone()));
        }
        if (plan.announce() != null) {
            head.row(phrases.say("announced"), announced(plan.announce()));
        }
        plan.links().forEach(link -> head.row(link.rel(), link.href()));
        return head;
    }

    private String announced(Announce announce) {
        Stream<String> moments = announce.at().stream().map(moment -> switch (moment) {
            case Announce.Moment.Before before -> phrases.say("announced.before", Written.of(before.opening()));
            case Announce.Moment.When when ->
                phrases.say("announced." + when.occasion().name().toLowerCase(Locale.ROOT));
        });
        Stream<String> every =
                Stream.ofNullable(announce.every()).map(time -> phrases.say("announced.every", Written.of(time)));
        return Stream.concat(moments, every).collect(Collectors.joining(", "));
    }

    private Table people() {
        Table people =
                new Table().row(phrases.say("column.role"), phrases.say("column.people"), phrases.say("column.backup"));
        plan.roles()
                .values()
                .forEach(role ->
                        people.row(role.id(), String.join(", ", role.people()), String.join(", ", role.backup())));
        return people;
    }

    private String phases() {
        Criteria criteria = new Criteria(plan, phrases);
        plan.phases().forEach(criteria::add);
        return criteria.table().text(columns);
    }

    private String wayBack(@Nullable Rollback rollback) {
        if (rollback == null) {
            return paragraph(phrases.say("none"));
        }
        Criteria criteria = new Criteria(plan, phrases);
        rollback.propose().forEach(criteria::proposal);
        rollback.phases().forEach(criteria::add);
        return criteria.table().text(columns) + "\n" + howLong(rollback.expected());
    }

    private String howLong(@Nullable Estimate back) {
        Window window = plan.window();
        if (back == null) {
            return paragraph(phrases.say("back.not-estimated"));
        }
        String takes = paragraph(phrases.say("back.takes", Written.of(back, phrases)));
        return window == null
                ? takes
                : takes
                        + paragraph(phrases.say(
                                "back.latest",
                                local(window.closes().minus(back.p50())),
                                local(window.closes().minus(back.p90()))));
    }

    private String paragraph(String text) {
        return Table.paragraph(text, columns);
    }

    private String local(Instant time) {
        return phrases.times("EEE d MMM uuuu HH:mm").format(time.atZone(plan.timezone()));
    }
}
