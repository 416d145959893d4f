package dev.migrationtower.probe.datadog;

import dev.migrationtower.events.Evidence;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes values of monitors: would they call somebody, and when will they again? Pure. */
final class DatadogMutes {
    /** The scope of a mute that leaves nothing of the monitor. */
    private static final String ALL = "*";
    /** Words that we know; with another one, nobody knows whether the monitor is alerting. */
    private static final Set<String> STATES = Set.of("OK", "Alert", "Warn", "No Data", "Ignored", "Skipped");

    private DatadogMutes() {}

    /** One mute that holds now. */
    private record Mute(boolean whole, Instant end) {}

    /**
     * How they are.
     *
     * @param now by Datadog's clock
     * @throws VendorException if there are no such monitors: nothing that watches is not the same as all muted
     */
    static Look of(DatadogSettings.Muted settings, List<DatadogJson.Monitor> all, Instant now, String link) {
        List<DatadogJson.Monitor> monitors = all.stream()
                .filter(one -> new HashSet<>(one.tags()).containsAll(settings.tags()))
                .toList();
        if (monitors.isEmpty()) {
            throw new VendorException(
                    VendorFailure.NOT_FOUND,
                    "no monitor has the tags " + settings.tags() + ", which is not the same as all muted");
        }
        List<Instant> ends = new ArrayList<>();
        int partly = 0;
        for (DatadogJson.Monitor monitor : monitors) {
            List<Mute> mutes = mutes(monitor, now);
            mutes.stream()
                    .filter(Mute::whole)
                    .map(Mute::end)
                    .max(Instant::compareTo)
                    .ifPresent(ends::add);
            partly += !mutes.isEmpty() && mutes.stream().noneMatch(Mute::whole) ? 1 : 0;
        }
        List<Instant> ending =
                ends.stream().filter(end -> end.isBefore(Instant.MAX)).sorted().toList();
        Map<String, Object> values = new TreeMap<>();
        values.put("total", monitors.size());
        values.put("muted", ends.size());
        values.put("partly", partly);
        values.put("ending", ending.size());
        if (!ending.isEmpty()) {
            values.put("mutedFor", Duration.between(now, ending.getFirst()).toString());
        }
        if (monitors.stream().allMatch(one -> STATES.contains(one.state()))) {
            values.put(
                    "alerting",
                    Math.toIntExact(monitors.stream()
                            .filter(one -> one.state().equals("Alert"))
                            .count()));
        }
        return Look.seen(values, new Evidence(words(monitors, ends.size(), ending), link));
    }

    private static List<Mute> mutes(DatadogJson.Monitor monitor, Instant now) {
        List<Mute> mutes = new ArrayList<>();
        DatadogJson.Options options = monitor.options();
        if (options != null && options.silenced() != null) {
            options.silenced().forEach((scope, end) -> mutes.add(new Mute(scope.equals(ALL), end(end))));
        }
        monitor.downtimes().stream()
                .filter(DatadogJson.Downtime::active)
                .forEach(downtime -> mutes.add(new Mute(downtime.scope().contains(ALL), end(downtime.end()))));
        return mutes.stream().filter(mute -> mute.end().isAfter(now)).toList();
    }

    private static Instant end(@Nullable Long seconds) {
        return seconds == null ? Instant.MAX : Instant.ofEpochSecond(seconds);
    }

    private static String words(List<DatadogJson.Monitor> monitors, int muted, List<Instant> ending) {
        Map<String, Long> states = monitors.stream()
                .collect(Collectors.groupingBy(DatadogJson.Monitor::state, TreeMap::new, Collectors.counting()));
        return muted + " of " + monitors.size() + " monitors muted"
                + (ending.isEmpty() ? ", none of them with an end" : ", the first mute ends " + ending.getFirst())
                + "; states " + states;
    }
}
