package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.core.source.YamlSource;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.View.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Reads plans. Whatever is wrong with one is told at once, each problem with its place; what the tower does not understand is
 * refused, never passed over. Thread-safe, and throws nothing, whatever the text.
 */
public final class PlanReader {
    private static final int VERSION = 1;
    /** A person mends a few at a time; a file of garbage must not make an answer of megabytes. */
    private static final int MOST_PROBLEMS = 200;

    private static final int LONGEST_MESSAGE = 400;

    private PlanReader() {}

    /** The plan that this YAML says, or all that is wrong with it. */
    public static PlanReading read(String yaml) {
        List<Problem> problems = new ArrayList<>();
        Value root = YamlSource.read(
                yaml, (at, message) -> problems.add(new Problem(at.line(), at.column(), shortened(message))));
        Plan plan = root.mapping(PlanReader::plan);
        if (problems.isEmpty()) {
            return new PlanReading.Readable(plan);
        }
        return new PlanReading.Refused(problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .limit(MOST_PROBLEMS)
                .toList());
    }

    private static Plan plan(Fields plan) {
        Value version = plan.required("tower");
        if (version.map(Value::integer).orElse((long) VERSION) != VERSION) {
            version.refuse("this tower reads version " + VERSION + " of the format: write `tower: " + VERSION + "`");
        }
        String id = Id.read(plan.required("id"));
        Text title = plan.required("title").map(Texts::read).orElse(Text.of(""));
        plan.optional("owner").map(Value::text); // for the people who read the file
        ZoneId timezone = plan.optional("timezone").map(PlanReader::zone).orElse(ZoneOffset.UTC);
        Optional<Window> window = plan.optional("window").map(value -> value.mapping(PlanReader::window));
        Defaults defaults = Defaults.read(plan.optional("defaults"));
        Checks checks = new Checks(defaults);
        SequencedMap<String, Check> checksById = plan.required("checks").mapping(checks::read);
        Gates gates = new Gates(defaults.sustain(), checks.stateNames());
        List<Phase> phases = new Phases(gates).read(plan.required("phases"));
        return new Plan(id, title, timezone, window.orElse(null), checksById, phases);
    }

    private static ZoneId zone(Value zone) {
        return zone.parse("a time zone like Europe/Paris or UTC", ZoneOffset.UTC, text -> {
            try {
                return Optional.of(ZoneId.of(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Window window(Fields window) {
        Instant opens = time(window.required("opens"));
        Value closesPlace = window.required("closes");
        Instant closes = time(closesPlace);
        if (!opens.equals(Instant.EPOCH) && !closes.equals(Instant.EPOCH) && !closes.isAfter(opens)) {
            closesPlace.refuse("the window closes before it opens");
        }
        return new Window(opens, closes);
    }

    /** The time that stands here; if none does, the epoch. */
    private static Instant time(Value time) {
        return time.parse("a time with its offset, like 2022-07-23T22:00:00+02:00", Instant.EPOCH, text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }
}
