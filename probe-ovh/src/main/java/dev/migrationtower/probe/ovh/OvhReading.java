package dev.migrationtower.probe.ovh;

import dev.migrationtower.events.Evidence;
import dev.migrationtower.probe.runtime.Look;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes values of an answer, by the names of the probe's schema. Pure. */
final class OvhReading {
    private static final int CHARACTERS = 300;

    private OvhReading() {}

    static Look of(OvhSettings settings, List<Machine> machines) {
        Map<String, Object> values = new TreeMap<>();
        int unknown = count(machines, Machine.State.UNKNOWN);
        values.put("total", machines.size());
        values.put("unknown", unknown);
        if (unknown == 0) {
            // With one of which nobody knows, there may be one more of each: then no number is true.
            values.put("running", count(machines, Machine.State.RUNNING));
            values.put("stopped", count(machines, Machine.State.STOPPED));
            values.put("inFlight", count(machines, Machine.State.IN_FLIGHT));
        }
        values.put(
                "machines",
                machines.stream()
                        .map(machine -> Map.of(
                                "name", machine.name(),
                                "state", machine.state().word(),
                                "status", machine.status()))
                        .toList());
        return Look.seen(values, new Evidence(words(machines), settings.link()));
    }

    private static int count(List<Machine> machines, Machine.State state) {
        return (int)
                machines.stream().filter(machine -> machine.state() == state).count();
    }

    private static String words(List<Machine> machines) {
        String words = machines.stream()
                .map(machine -> machine.name() + " " + machine.status())
                .collect(Collectors.joining(", "));
        return words.length() <= CHARACTERS ? words : words.substring(0, CHARACTERS) + "...";
    }
}
