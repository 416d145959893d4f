package dev.migrationtower.core.night;

import dev.migrationtower.core.night.Happening.Appears;
import dev.migrationtower.core.night.Happening.Asks;
import dev.migrationtower.core.night.Happening.Plans;
import dev.migrationtower.core.night.Happening.Probe;
import dev.migrationtower.core.night.Happening.Shows;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Outcome.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * Reads a scenario: one line per happening, {@code time who what}, under the day it belongs to. What may stand there is told at the
 * head of {@code pix-2022.scenario}.
 */
final class ScenarioReader {
    /** How long after it was written a line can be found, unless the scenario says otherwise; measured: 23 to 32 s. */
    private static final Duration LAG = Duration.ofSeconds(27);

    private static final String TIME = "\\d\\d:\\d\\d(?::\\d\\d)?";
    private static final Pattern LINE = Pattern.compile("(" + TIME + ")\\s+(\\S+)\\s+(.+)");
    private static final Pattern SHOWS = Pattern.compile("(\\{.*})(?:\\s+until (" + TIME + "))?");
    private static final Pattern WRITES = Pattern.compile(
            "\"(.*)\"(?:\\s+every (\\d+)s until (" + TIME + "))?" + "(?:\\s+seen (" + TIME + "(?:, " + TIME + ")*))?");
    private static final Pattern PLANS = Pattern.compile("plan(?:\\s+\"(.*)\" -> \"(.*)\")?");
    private static final Pattern ASKS = Pattern.compile("([a-z-]+)(?:\\s+(\\{.*}))?(?:\\s+\"(.*)\")?");

    private final ZoneId zone;
    private final List<Happening> happenings = new ArrayList<>();
    private LocalDate day = LocalDate.EPOCH;
    private int lines;

    private ScenarioReader(ZoneId zone) {
        this.zone = zone;
    }

    /** What happens, in the order in which it does. */
    static List<Happening> read(String text, ZoneId zone) {
        ScenarioReader reader = new ScenarioReader(zone);
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(reader::line);
        reader.happenings.sort(Comparator.comparing(Happening::at));
        return List.copyOf(reader.happenings);
    }

    private void line(String line) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
            happens(at(parts.group(1)), parts.group(2), parts.group(3));
        } else {
            day = LocalDate.parse(line);
        }
    }

    private void happens(Instant at, String who, String what) {
        if (what.startsWith("\"")) {
            writes(at, who, matched(WRITES, what));
        } else if (what.startsWith("{")) {
            Matcher shows = matched(SHOWS, what);
            Instant until = shows.group(2) == null ? at : after(at, shows.group(2));
            happenings.add(new Shows(at, who, new Outcome.Reading(map(shows.group(1))), until));
        } else if (what.startsWith("unobservable")) {
            Map<String, Object> why = map(what.substring("unobservable".length()));
            happenings.add(new Shows(
                    at,
                    who,
                    new Outcome.Unobservable(
                            why.get("cause").toString(), why.get("message").toString()),
                    at));
        } else if (what.equals("log")) {
            happenings.add(new Shows(at, who, new Outcome.LogLines(List.of()), at));
        } else if (what.equals("stops") || what.equals("looks")) {
            happenings.add(new Probe(at, who, what.equals("looks")));
        } else if (what.startsWith("plan")) {
            Matcher plan = matched(PLANS, what);
            happenings.add(new Plans(at, who, text(plan.group(1)), text(plan.group(2))));
        } else {
            Matcher asks = matched(ASKS, what);
            happenings.add(new Asks(at, who, action(asks.group(1), map(asks.group(2))), text(asks.group(3))));
        }
    }

    private void writes(Instant first, String host, Matcher says) {
        Instant last = says.group(3) == null ? first : after(first, says.group(3));
        Duration every =
                says.group(2) == null ? Duration.ofSeconds(1) : Duration.ofSeconds(Long.parseLong(says.group(2)));
        for (Instant at = first; !at.isAfter(last); at = at.plus(every)) {
            LogLine line = new LogLine("line-" + ++lines, at, host, says.group(1));
            if (says.group(4) == null) {
                happenings.add(new Appears(at.plus(LAG), line));
            } else {
                for (String seen : says.group(4).split(", ")) {
                    happenings.add(new Appears(after(at, seen), line));
                }
            }
        }
    }

    private Instant at(String time) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    /** The next time that a clock shows this after the instant. */
    private Instant after(Instant instant, String time) {
        Instant sameDay = instant.atZone(zone).with(LocalTime.parse(time)).toInstant();
        return sameDay.isAfter(instant) ? sameDay : sameDay.plus(Duration.ofDays(1));
    }

    private Action action(String type, Map<String, Object> arguments) {
        Map<String, Object> json = new LinkedHashMap<>(arguments);
        json.put("type", type);
        if (json.get("until") instanceof String until) {
            json.put("until", after(at("00:00"), until).toString());
        }
        return Json.mapper().convertValue(json, Action.class);
    }

    private static Map<String, Object> map(String yaml) {
        return yaml == null ? Map.of() : new Yaml().load(yaml);
    }

    private static String text(String group) {
        return group == null ? "" : group;
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("what does this mean? " + text);
        }
        return matcher;
    }
}
