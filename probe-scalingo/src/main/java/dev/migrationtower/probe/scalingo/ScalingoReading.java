package dev.migrationtower.probe.scalingo;

import dev.migrationtower.events.Evidence;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes values of an answer, by the names of the probe's schema. Pure. */
final class ScalingoReading {
    private static final String ONE_OFF = "one-off";

    private ScalingoReading() {}

    /** @throws VendorException if what was told contradicts itself */
    static Look of(ScalingoSettings settings, ScalingoAnswer answer) {
        return switch (answer) {
            case ScalingoAnswer.NoApp none -> noApp(settings, none);
            case ScalingoAnswer.Sight sight -> seen(settings, sight);
        };
    }

    /** Nothing but that it is not there: a count of zero would say that it is, and is empty. */
    private static Look noApp(ScalingoSettings settings, ScalingoAnswer.NoApp none) {
        return Look.seen(
                Map.of("found", false),
                new Evidence(
                        none.words() + ". Region " + settings.region()
                                + " has no such app, or does not show it to account " + settings.account(),
                        settings.link()));
    }

    private static Look seen(ScalingoSettings settings, ScalingoAnswer.Sight sight) {
        if (sight.containers().isEmpty() && sight.app().status().equals("running")) {
            throw new VendorException(
                    VendorFailure.UNREADABLE,
                    "it says that " + sight.app().name() + " is running, and lists no container");
        }
        List<ScalingoJson.Container> oneOffs =
                sight.containers().stream().filter(ScalingoReading::oneOff).toList();
        Map<String, Long> types = sight.containers().stream()
                .filter(container -> !oneOff(container))
                .collect(Collectors.groupingBy(ScalingoJson.Container::type, TreeMap::new, Collectors.counting()));
        Map<String, Object> values = new TreeMap<>();
        values.put("found", true);
        values.put("status", sight.app().status());
        values.put("running", sight.containers().size() - oneOffs.size());
        values.put("types", types);
        values.put(
                "oneOffs", oneOffs.stream().map(one -> oneOff(one, sight.at())).toList());
        values.put(
                "desired",
                sight.formation().stream().mapToInt(ScalingoJson.Wanted::amount).sum());
        operation(sight.app().status()).ifPresent(operation -> values.put("operation", operation));
        sight.database().ifPresent(database -> database(database, sight.at(), values));
        return Look.seen(values, new Evidence(words(sight, types, oneOffs), settings.link()));
    }

    /** What is under way; empty text: nothing is; empty: a word that we do not know. */
    private static Optional<String> operation(String status) {
        return switch (status) {
            case "new", "running", "stopped", "crashed" -> Optional.of("");
            case "scaling" -> Optional.of("scale");
            case "restarting" -> Optional.of("restart");
            case "booting" -> Optional.of("start");
            default -> Optional.empty();
        };
    }

    private static void database(ScalingoAnswer.Database database, Instant at, Map<String, Object> values) {
        values.put("periodicBackups", database.database().periodicBackups());
        values.put("sessions", database.stats().connections());
        values.put("dataSize", database.stats().dataSize());
        values.put("disk", (double) database.disk().used() / database.disk().total());
        database.backups().stream()
                .filter(backup -> backup.status().equals("done"))
                .map(ScalingoJson.Backup::createdAt)
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> values.put("lastBackup", age(newest, at).toString()));
    }

    private static boolean oneOff(ScalingoJson.Container container) {
        return container.type().equals(ONE_OFF);
    }

    private static Map<String, Object> oneOff(ScalingoJson.Container container, Instant at) {
        return Map.of(
                "label", container.label(),
                "state", container.state(),
                "age", age(container.createdAt(), at).toString());
    }

    private static Duration age(Instant since, Instant at) {
        Duration age = Duration.between(since, at);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static String words(
            ScalingoAnswer.Sight sight, Map<String, Long> types, List<ScalingoJson.Container> oneOffs) {
        StringBuilder words =
                new StringBuilder(sight.app().name() + " is " + sight.app().status());
        words.append(types.isEmpty() ? ", no containers" : ", containers " + types);
        if (!oneOffs.isEmpty()) {
            words.append(", one-offs ")
                    .append(oneOffs.stream()
                            .map(one -> one.label() + " " + one.state())
                            .collect(Collectors.joining(", ")));
        }
        sight.database()
                .map(ScalingoAnswer.Database::database)
                .ifPresent(database -> words.append("; database is ")
                        .append(database.status())
                        .append(", periodic backups ")
                        .append(database.periodicBackups() ? "on" : "off"));
        return words.toString();
    }
}
