package dev.migrationtower.core.explain;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Plan;
import java.util.stream.Collectors;

/** What is looked at, how often, and how long what was seen counts. */
final class Looks {
    private Looks() {}

    /** A row for each check, and for each source that a script is followed by. */
    static Table table(Plan plan, Phrases phrases) {
        Table table = new Table()
                .row(
                        phrases.say("column.check"),
                        phrases.say("column.probe"),
                        phrases.say("column.items"),
                        phrases.say("column.every"),
                        phrases.say("column.counts"),
                        phrases.say("column.note"));
        plan.checks()
                .values()
                .forEach(check -> table.row(
                        check.id(),
                        check.probe(),
                        items(check),
                        Written.of(check.interval()),
                        Written.of(check.freshness()),
                        check.states().isEmpty() ? "" : weight(check, phrases)));
        return table;
    }

    /** The only item of a check without others is named as the check. */
    private static String items(Check check) {
        String items = check.items().stream().map(Check.Item::id).collect(Collectors.joining(", "));
        return items.equals(check.id()) ? "" : items;
    }

    /** What it means for gates, if they do not wait for it. */
    static String weight(Check check, Phrases phrases) {
        return switch (check.severity()) {
            case GATE -> "";
            case WARN -> phrases.say("warn");
            case INFO -> phrases.say("info");
        };
    }
}
