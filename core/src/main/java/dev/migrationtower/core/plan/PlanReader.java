package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.core.source.YamlSource;
import dev.migrationtower.events.Text;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads plans. Whatever is wrong with one is told at once, each problem with its place; what the tower does not understand is
 * refused, never passed over. Thread-safe, and throws nothing, whatever the text.
 */
public final class PlanReader {
    private static final int VERSION = 1;

    private static final String OTHER_VERSION =
            "this tower reads version " + VERSION + " of the format: write `tower: " + VERSION + "`";
    /** A person mends a few at a time; a file of garbage must not make an answer of megabytes. */
    private static final int MOST_PROBLEMS = 200;

    private static final int LONGEST_MESSAGE = 400;
    private static final Pattern NOT_TO_BE_SHOWN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private PlanReader() {}

    /** The plan that this YAML says, or all that is wrong with it. */
    public static PlanReading read(String yaml) {
        List<Problem> problems = new ArrayList<>();
        Value root = YamlSource.read(yaml, into(problems));
        Plan plan = plan(root);
        if (!problems.isEmpty()) {
            return new PlanReading.Refused(inOrder(problems));
        }
        List<Problem> warnings = new ArrayList<>();
        new Lint(root, plan, into(warnings)).run();
        return new PlanReading.Readable(plan, inOrder(warnings));
    }

    private static Problems into(List<Problem> problems) {
        return (at, message) -> problems.add(new Problem(at.line(), at.column(), onOneLine(message)));
    }

    private static List<Problem> inOrder(List<Problem> problems) {
        List<Problem> all = problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
        if (all.size() <= MOST_PROBLEMS) {
            return all;
        }
        Problem next = all.get(MOST_PROBLEMS);
        String rest = "from here on, " + (all.size() - MOST_PROBLEMS) + " more are not told; mend those above first";
        return Stream.concat(
                        all.stream().limit(MOST_PROBLEMS), Stream.of(new Problem(next.line(), next.column(), rest)))
                .toList();
    }

    /** The same reading, for whoever wants to know what it asks for, too. */
    static Plan plan(Value root) {
        return root.mapping(PlanReader::plan);
    }

    private static Plan plan(Fields plan) {
        plan.required("tower").map(version -> version.integer(VERSION, VERSION, OTHER_VERSION));
        String id = Id.read(plan.required("id"));
        Text title = plan.required("title").map(Texts::read).orElse(Text.of(""));
        Defaults defaults = Defaults.read(plan.optional("defaults"));
        Checks checks = new Checks(defaults);
        SequencedMap<String, Check> checksById =
                new LinkedHashMap<>(plan.required("checks").mapping(checks::read));
        Value phasesPlace = plan.required("phases");
        List<String> phaseIds = Phases.ids(phasesPlace);
        List<Deviation> deviations = plan.optional("deviations")
                .map(new Deviations(checks.known(), phaseIds)::read)
                .orElse(List.of());
        Sources sources = new Sources(defaults, checks.known());
        Phases reader = new Phases(new Gates(defaults.sustain(), checks.known(), deviations), new Scripts(sources));
        List<Phase> phases = reader.read(phasesPlace, List.of());
        Rollbacks rollbacks = new Rollbacks(checks.known(), reader, defaults.sustain(), phaseIds);
        Rollback rollback = plan.optional("rollback")
                .map(place -> place.mapping(rollbacks::read))
                .orElse(null);
        checksById.putAll(sources.checks());
        return new Plan(
                id,
                title,
                plan.optional("owner").map(Value::text).orElse(null),
                plan.optional("links").map(Links::read).orElse(List.of()),
                plan.optional("public").map(Value::flag).orElse(false),
                plan.optional("timezone").map(Windows::zone).orElse(ZoneOffset.UTC),
                plan.optional("window")
                        .map(place -> place.mapping(Windows::read))
                        .orElse(null),
                plan.optional("announce")
                        .map(place -> place.mapping(Announcements::read))
                        .orElse(null),
                plan.optional("roles").map(place -> place.mapping(Roles::read)).orElse(new LinkedHashMap<>()),
                checksById,
                deviations,
                phases,
                rollback,
                plan.optional("samples")
                        .map(Samples.of(all(phases, rollback))::read)
                        .orElse(List.of()));
    }

    private static Stream<Phase> all(List<Phase> phases, @Nullable Rollback rollback) {
        return Stream.concat(phases.stream(), rollback == null ? Stream.empty() : rollback.phases().stream());
    }

    /** What is quoted from the file may have several lines, or characters that do something to a terminal. */
    private static String onOneLine(String message) {
        String line = NOT_TO_BE_SHOWN.matcher(message).replaceAll(" ");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
