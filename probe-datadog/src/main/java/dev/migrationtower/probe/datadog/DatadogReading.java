package dev.migrationtower.probe.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Evidence;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes values of lines, by the names of the probe's schema and of the plan. Pure. */
final class DatadogReading {
    private static final int SHOWN = 200;

    private DatadogReading() {}

    /**
     * What the newest line says.
     *
     * @param now by Datadog's clock: the page may be the answer to a look of a while ago, and the line has grown older since
     * @throws VendorException if there is no such line, or if it does not say what is asked for
     */
    static Look of(DatadogSettings.Newest settings, DatadogPage page, Instant now, String link) {
        DatadogJson.Attributes line = newest(matching(settings.where(), page.logs()))
                .orElseThrow(() -> none(settings, page.logs().size()));
        Map<String, Object> values = new TreeMap<>();
        settings.values().forEach((name, path) -> values.put(name, value(line, path)));
        values.put("age", age(line.timestamp(), now).toString());
        return Look.seen(values, new Evidence(line.timestamp() + " " + shown(line, settings.values()), link));
    }

    /**
     * How many.
     *
     * @param among what the wider search found; absent: there is none
     * @param now by Datadog's clock
     * @throws VendorException if there are none, and nobody knows whether the search is right
     */
    static Look of(
            DatadogSettings.Count settings,
            List<DatadogPage> pages,
            Optional<DatadogPage> among,
            Instant now,
            String link) {
        List<DatadogJson.Log> found = matching(
                settings.where(),
                pages.stream().flatMap(page -> page.logs().stream()).toList());
        Map<String, Object> values = new TreeMap<>();
        values.put("count", found.size());
        String words = found.size() + " lines in " + words(settings.within());
        Optional<DatadogJson.Attributes> newest = newest(found);
        newest.ifPresent(line -> values.put("age", age(line.timestamp(), now).toString()));
        if (newest.isEmpty()) {
            int others = among.map(
                            page -> matching(settings.where(), page.logs()).size())
                    .orElse(0);
            if (others == 0) {
                throw unproven(settings);
            }
            words += ", among " + others + " or more of " + settings.among().orElse("");
        }
        return Look.seen(values, new Evidence(words, link));
    }

    private static List<DatadogJson.Log> matching(Map<String, String> where, List<DatadogJson.Log> logs) {
        return logs.stream()
                .filter(log -> where.entrySet().stream()
                        .allMatch(wanted -> log.attributes()
                                .at(wanted.getKey())
                                .filter(node -> node.asText().equals(wanted.getValue()))
                                .isPresent()))
                .toList();
    }

    /** The order in which lines come is that of their becoming visible, now and then. */
    private static Optional<DatadogJson.Attributes> newest(List<DatadogJson.Log> logs) {
        return logs.stream()
                .map(DatadogJson.Log::attributes)
                .max(Comparator.comparing(DatadogJson.Attributes::timestamp));
    }

    private static Object value(DatadogJson.Attributes line, String path) {
        JsonNode node = line.at(path)
                .filter(JsonNode::isValueNode)
                .orElseThrow(() -> unreadable("the newest line has no value at " + path + ", only " + names(line)));
        return node.isNumber() ? node.numberValue() : node.isBoolean() ? node.asBoolean() : node.asText();
    }

    private static TreeSet<String> names(DatadogJson.Attributes line) {
        TreeSet<String> names = new TreeSet<>();
        if (line.attributes() != null) {
            line.attributes().fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    private static String shown(DatadogJson.Attributes line, Map<String, String> values) {
        StringBuilder shown = new StringBuilder(line.service() == null ? "" : line.service());
        values.values()
                .forEach(path -> line.at(path)
                        .ifPresent(node ->
                                shown.append(' ').append(path).append('=').append(node.asText())));
        return shown.length() <= SHOWN ? shown.toString() : shown.substring(0, SHOWN) + "...";
    }

    private static Duration age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static VendorException none(DatadogSettings.Newest settings, int others) {
        return new VendorException(
                VendorFailure.NOT_FOUND,
                "no line of " + settings.query()
                        + (settings.where().isEmpty() ? "" : " with " + settings.where() + " (" + others + " others)")
                        + " in the last " + words(settings.within()));
    }

    private static VendorException unproven(DatadogSettings.Count settings) {
        return new VendorException(
                VendorFailure.NOT_FOUND,
                "no line of " + settings.query() + (settings.where().isEmpty() ? "" : " with " + settings.where())
                        + " in the last " + words(settings.within())
                        + settings.among()
                                .map(wider -> ", and none of " + wider + ", either")
                                .orElse(", and nobody knows whether none was written or the search is wrong: give the"
                                        + " check `among`, a wider search that does find lines"));
    }

    private static VendorException unreadable(String words) {
        return new VendorException(VendorFailure.UNREADABLE, words);
    }

    private static String words(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
