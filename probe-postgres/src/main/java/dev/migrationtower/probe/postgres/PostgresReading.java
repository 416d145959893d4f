package dev.migrationtower.probe.postgres;

import dev.migrationtower.events.Evidence;
import dev.migrationtower.probe.runtime.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes values of an answer, by the names of the probe's schema. Pure. */
final class PostgresReading {
    /** Groups that are listed; the count is of all. */
    private static final int GROUPS = 50;
    /** Groups that the evidence names. */
    private static final int NAMED = 5;

    private PostgresReading() {}

    static Look of(PostgresSettings settings, PostgresAnswer answer) {
        return switch (answer) {
            case PostgresAnswer.Blind blind -> blind(settings, blind);
            case PostgresAnswer.Sight sight -> seen(settings, sight);
        };
    }

    private static Look blind(PostgresSettings settings, PostgresAnswer.Blind blind) {
        return Look.unobservable(
                "lacks-pg-monitor",
                "Datasource " + settings.datasource() + ": the role " + blind.role()
                        + " does not see the sessions of others, so that nothing can be counted. As a superuser run: GRANT"
                        + " pg_monitor TO \"" + blind.role().replace("\"", "\"\"") + "\"");
    }

    private static Look seen(PostgresSettings settings, PostgresAnswer.Sight sight) {
        Predicate<PostgresAnswer.Sessions> own = group -> group.application().equals(Datasource.APPLICATION);
        Predicate<PostgresAnswer.Sessions> ignored =
                group -> settings.ignoredApplications().contains(group.application())
                        || settings.ignoredUsers().contains(group.user());
        List<PostgresAnswer.Sessions> others = sight.sessions().stream()
                .filter(own.or(ignored).negate())
                .sorted(Comparator.comparingInt(PostgresAnswer.Sessions::count)
                        .thenComparing(PostgresAnswer.Sessions::oldest)
                        .reversed())
                .toList();
        Map<String, Object> values = new TreeMap<>();
        values.put("sessions", count(others));
        values.put(
                "ignored",
                count(sight.sessions().stream()
                        .filter(own.negate().and(ignored))
                        .toList()));
        values.put("own", count(sight.sessions().stream().filter(own).toList()));
        values.put(
                "who", others.stream().limit(GROUPS).map(PostgresReading::group).toList());
        others.stream()
                .map(PostgresAnswer.Sessions::oldest)
                .max(Duration::compareTo)
                .ifPresent(oldest -> values.put("oldest", oldest.toString()));
        if (!settings.columns().isEmpty()) {
            values.put("columns", types(settings.columns(), sight.columns()));
        }
        if (!settings.sequences().isEmpty()) {
            values.put("sequences", types(settings.sequences(), sight.sequences()));
        }
        return Look.seen(values, new Evidence(evidence(settings, sight, others, values), null));
    }

    private static int count(List<PostgresAnswer.Sessions> groups) {
        return groups.stream().mapToInt(PostgresAnswer.Sessions::count).sum();
    }

    private static Map<String, Object> group(PostgresAnswer.Sessions group) {
        return Map.of(
                "application", group.application(),
                "user", group.user(),
                "address", group.address(),
                "state", group.state(),
                "count", group.count(),
                "oldest", group.oldest().toString(),
                "query", QueryWords.of(group.query()));
    }

    /** In the order they were asked for; one that is not there has no type. */
    private static List<Map<String, Object>> types(List<CatalogueName> names, Map<Integer, String> found) {
        List<Map<String, Object>> types = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).text();
            String type = found.get(i);
            types.add(
                    type == null
                            ? Map.of("name", name, "found", false)
                            : Map.of("name", name, "found", true, "type", type));
        }
        return types;
    }

    private static String evidence(
            PostgresSettings settings,
            PostgresAnswer.Sight sight,
            List<PostgresAnswer.Sessions> others,
            Map<String, Object> values) {
        List<String> words = new ArrayList<>();
        words.add(count(others) + " sessions"
                + others.stream()
                        .limit(NAMED)
                        .map(group -> group.count() + " " + group.application() + " (" + group.user() + "@"
                                + group.address() + ", " + group.state() + ")")
                        .collect(Collectors.joining(", ", others.isEmpty() ? "" : ": ", "")));
        words.add(values.get("ignored") + " ignored, " + values.get("own") + " own");
        words.addAll(typed(settings.columns(), sight.columns()));
        words.addAll(typed(settings.sequences(), sight.sequences()));
        return String.join("; ", words);
    }

    private static List<String> typed(List<CatalogueName> names, Map<Integer, String> found) {
        List<String> typed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            typed.add(names.get(i).text() + " " + found.getOrDefault(i, "not found"));
        }
        return typed;
    }
}
