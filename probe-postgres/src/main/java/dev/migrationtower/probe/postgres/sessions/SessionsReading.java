package dev.migrationtower.probe.postgres.sessions;

import dev.migrationtower.probe.postgres.sql.Findings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes values of who is connected. Pure. */
final class SessionsReading {
    /** Groups that are listed; the count is of all. */
    private static final int GROUPS = 50;
    /** Groups that the evidence names. */
    private static final int NAMED = 5;

    private static final Pattern POOLER = Pattern.compile("pgbouncer|pgcat|pgpool|odyssey|supavisor");
    private static final Comparator<Group> LARGEST_FIRST =
            Comparator.comparingInt(Group::count).thenComparing(Group::oldest).reversed();

    private SessionsReading() {}

    static Findings of(Sessions asked, Barrier barrier, List<Group> groups) {
        Map<Kind, List<Group>> byKind = groups.stream()
                .sorted(LARGEST_FIRST)
                .collect(Collectors.groupingBy(
                        group -> Kind.of(group, asked), () -> new EnumMap<>(Kind.class), Collectors.toList()));
        List<Group> others = byKind.getOrDefault(Kind.OTHER, List.of());
        Map<String, Object> values = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.MIGRATION || asked.migration().known()) {
                values.put(kind.value, count(byKind.getOrDefault(kind, List.of())));
            }
        }
        values.put("who", listed(others, asked));
        values.put("apart", apart(byKind, asked));
        values.put("logins", barrier.logins());
        if (barrier.most() >= 0) {
            values.put("connectionLimit", barrier.most());
        }
        values.put("prepared", barrier.prepared());
        values.put("pooler", others.stream().anyMatch(SessionsReading::isPooler));
        others.stream()
                .map(Group::oldest)
                .max(Duration::compareTo)
                .ifPresent(oldest -> values.put("oldest", oldest.toString()));
        return new Findings(values, words(barrier, byKind, others));
    }

    private static int count(List<Group> groups) {
        return groups.stream().mapToInt(Group::count).sum();
    }

    private static List<Map<String, Object>> listed(List<Group> groups, Sessions asked) {
        return groups.stream()
                .limit(GROUPS)
                .map(group -> group.values(asked.hideQueries()))
                .toList();
    }

    private static List<Map<String, Object>> apart(Map<Kind, List<Group>> byKind, Sessions asked) {
        List<Map<String, Object>> apart = new ArrayList<>();
        byKind.forEach((kind, groups) -> {
            if (kind != Kind.OTHER) {
                for (Map<String, Object> values : listed(groups, asked)) {
                    values.put("kind", kind.value);
                    apart.add(values);
                }
            }
        });
        return apart;
    }

    private static boolean isPooler(Group group) {
        return POOLER.matcher((group.application() + " " + group.user()).toLowerCase(Locale.ROOT))
                .find();
    }

    private static List<String> words(Barrier barrier, Map<Kind, List<Group>> byKind, List<Group> others) {
        List<String> words = new ArrayList<>();
        words.add(count(others) + " sessions"
                + others.stream()
                        .limit(NAMED)
                        .map(Group::words)
                        .collect(Collectors.joining(", ", others.isEmpty() ? "" : ": ", "")));
        byKind.forEach((kind, groups) -> {
            if (kind != Kind.OTHER) {
                words.add(count(groups) + " " + kind.words + names(groups));
            }
        });
        words.add(barrier.words());
        if (barrier.prepared() > 0) {
            words.add(barrier.prepared()
                    + " prepared transactions hold their locks without a session, the oldest (" + barrier.gid()
                    + ") for " + barrier.oldest().toSeconds() + " s");
        }
        if (others.stream().anyMatch(SessionsReading::isPooler)) {
            words.add(
                    "a pooler is connected: it hides who its clients are, and an idle connection of its own is no user");
        }
        return words;
    }

    private static String names(List<Group> groups) {
        return groups.stream()
                .map(Group::application)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(NAMED)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), names -> names.isEmpty() ? "" : " (" + names + ")"));
    }
}
