package dev.migrationtower.probe.monitors;

import dev.migrationtower.events.Evidence;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes values of the monitors that there are, by the names of the probe's schema. Pure. */
final class MonitorsReading {
    /** Monitors that are listed; the counts are of all. */
    private static final int LISTED = 200;

    private MonitorsReading() {}

    /** @throws VendorException if what was asked for is not there: nothing that watches is not the same as all paused */
    static Look of(MonitorsSettings settings, MonitorsVendor.Words vendor, List<Monitor> all) {
        List<Monitor> monitors = wanted(settings, vendor, all);
        if (monitors.isEmpty()) {
            throw new VendorException(
                    VendorFailure.NOT_FOUND,
                    all.isEmpty()
                            ? "the account has no monitors at all, which is not the same as all paused"
                            : "none of its " + all.size() + " monitors has one of the tags " + settings.tags());
        }
        Map<Monitor.State, Long> counts = monitors.stream()
                .collect(Collectors.groupingBy(
                        Monitor::state, () -> new EnumMap<>(Monitor.State.class), Collectors.counting()));
        Map<String, Object> values = new TreeMap<>();
        values.put("total", monitors.size());
        values.put("unknown", count(counts, Monitor.State.UNKNOWN));
        values.put(
                "monitors",
                monitors.stream()
                        .limit(LISTED)
                        .map(one ->
                                Map.of("name", one.name(), "state", one.state().word()))
                        .toList());
        if (!counts.containsKey(Monitor.State.UNKNOWN)) {
            // With one of which nobody knows, there may be one more of each: then no number is true.
            values.put("active", count(counts, Monitor.State.ACTIVE) + count(counts, Monitor.State.FAILING));
            values.put("paused", count(counts, Monitor.State.PAUSED));
            values.put("failing", count(counts, Monitor.State.FAILING));
        }
        return Look.seen(values, new Evidence(words(vendor, monitors), vendor.link()));
    }

    private static List<Monitor> wanted(MonitorsSettings settings, MonitorsVendor.Words vendor, List<Monitor> all) {
        List<String> missing = settings.names().stream()
                .filter(name -> all.stream().noneMatch(one -> one.name().equals(name)))
                .toList();
        if (!missing.isEmpty()) {
            throw new VendorException(
                    VendorFailure.NOT_FOUND, "none of its " + all.size() + " monitors is named " + missing);
        }
        return all.stream()
                .filter(one -> settings.names().isEmpty() || settings.names().contains(one.name()))
                .filter(one -> settings.tags().isEmpty() || tagged(settings, vendor, one))
                .toList();
    }

    private static boolean tagged(MonitorsSettings settings, MonitorsVendor.Words vendor, Monitor monitor) {
        return monitor
                .tags()
                .orElseThrow(() -> new VendorException(
                        VendorFailure.UNREADABLE,
                        vendor.title() + " does not tell the tags of " + monitor.name()
                                + ": choose the monitors by names instead"))
                .stream()
                .anyMatch(settings.tags()::contains);
    }

    private static int count(Map<Monitor.State, Long> counts, Monitor.State state) {
        return Math.toIntExact(counts.getOrDefault(state, 0L));
    }

    /** The vendor's own words, counted: {@code 12 monitors: AV 1, PS 11}. */
    private static String words(MonitorsVendor.Words vendor, List<Monitor> monitors) {
        Map<String, Long> words =
                monitors.stream().collect(Collectors.groupingBy(Monitor::word, TreeMap::new, Collectors.counting()));
        return vendor.title() + ", " + monitors.size() + " monitors: "
                + words.entrySet().stream()
                        .map(word -> word.getKey() + " " + word.getValue())
                        .collect(Collectors.joining(", "));
    }
}
