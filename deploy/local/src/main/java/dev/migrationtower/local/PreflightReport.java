package dev.migrationtower.local;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.migrationtower.core.explain.Table;
import dev.migrationtower.events.Json;
import dev.migrationtower.local.Sighting.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a preflight of a plan saw.
 *
 * @param items in the order of the plan
 * @param accounts at vendors that were asked
 */
record PreflightReport(String plan, List<Sighting> items, List<Spent> accounts) {

    /**
     * What an account was used for.
     *
     * @param requests of the preflight
     * @param left that may still be made now
     */
    record Spent(String vendor, String account, int requests, int left) {}

    /** Whether all was seen, in a state that the plan knows. */
    @JsonProperty
    boolean fine() {
        return items.stream().allMatch(item -> item.result().isFine());
    }

    /** For programs: this record. */
    String json() {
        return new String(Json.write(this), StandardCharsets.UTF_8);
    }

    /** For people: a table of what was seen, what it cost, and a line about all. */
    String text() {
        Table seen = new Table().row("CHECK", "STATE", "AGE", "COST", "SAW");
        for (Sighting item : items) {
            String name = item.check().equals(item.item()) ? item.check() : item.check() + "/" + item.item();
            seen.row(name, state(item), age(item.age()), cost(item.requests()), item.saw());
        }
        String costs = accounts.stream()
                .map(spent -> "%s, account %s: %s, %d left of its budget now%n"
                        .formatted(spent.vendor, spent.account, count(spent.requests, "request"), spent.left))
                .collect(Collectors.joining());
        return seen.text() + "\n" + costs + (costs.isEmpty() ? "" : "\n") + summary();
    }

    private String summary() {
        String bad = Stream.of(Result.UNOBSERVABLE, Result.IN_NO_STATE)
                .filter(result -> count(result) > 0)
                .map(result -> count(result) + " " + words(result))
                .collect(Collectors.joining(", "));
        return "plan " + plan + ": " + count(items.size(), "item") + " looked at, "
                + (bad.isEmpty() ? "all seen, in a state that the plan knows" : bad);
    }

    private long count(Result result) {
        return items.stream().filter(item -> item.result() == result).count();
    }

    private static String state(Sighting item) {
        return switch (item.result()) {
            case IN_STATE -> String.join(", ", item.states());
            case FOLLOWABLE -> "can be followed";
            case IN_NO_STATE -> "IN NO STATE";
            case UNOBSERVABLE -> "UNOBSERVABLE: " + item.cause();
        };
    }

    private static String words(Result result) {
        return result.word().replace('-', ' ');
    }

    private static String age(@Nullable Duration age) {
        if (age == null) {
            return "";
        }
        long seconds = Math.max(0, age.toSeconds());
        return seconds < 120 ? seconds + " s" : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }

    private static String cost(@Nullable Integer requests) {
        return requests == null ? "" : requests.toString();
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
