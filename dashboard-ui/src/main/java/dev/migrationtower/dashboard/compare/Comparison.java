package dev.migrationtower.dashboard.compare;

import dev.migrationtower.dashboard.course.Breach;
import dev.migrationtower.dashboard.course.Course;
import dev.migrationtower.dashboard.course.Steadiness;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How two runs differ, {@code here} being the one that was asked for and {@code there} the one it is held against. Pure.
 *
 * @param phases in the order of the plan here, then those that are only there
 * @param checks the items that were not steady in one of them
 * @param plan what is not the same in their plans, as far as their records tell
 */
record Comparison(
        RunFacts here, RunFacts there, List<PhaseRow> phases, List<CheckRow> checks, List<PlanDifference> plan) {

    /** A phase in both; absent: it is not in that plan. */
    record PhaseRow(
            String phase,
            Text title,
            @Nullable PhaseFacts here,
            @Nullable PhaseFacts there,
            List<StepRow> steps) {}

    /** A step of a lane in both. */
    record StepRow(
            String lane,
            String step,
            @Nullable StepFacts here,
            @Nullable StepFacts there) {}

    /** An item of a check in both. */
    record CheckRow(String check, String item, Text title, CheckFacts here, CheckFacts there) {}

    /**
     * Something that the plans do not have in common.
     *
     * @param subject {@code phase/migrate/estimate}, {@code check/app/orga/closed}
     * @param here absent: it has no such thing
     */
    record PlanDifference(
            String subject, @Nullable String here, @Nullable String there) {}

    static Comparison of(Course here, Course there) {
        RunView run = here.run().orElseThrow();
        RunView other = there.run().orElseThrow();
        return new Comparison(
                RunFacts.of(here),
                RunFacts.of(there),
                phases(run, other, here, there),
                checks(here, there),
                differences(PlanFacts.of(here), PlanFacts.of(there)));
    }

    private static List<PhaseRow> phases(RunView run, RunView other, Course here, Course there) {
        Map<String, PhaseView> ours = byId(run);
        Map<String, PhaseView> theirs = byId(other);
        Map<String, PhaseView> all = new LinkedHashMap<>(ours);
        theirs.forEach(all::putIfAbsent);
        return all.entrySet().stream()
                .map(phase -> {
                    PhaseView one = ours.get(phase.getKey());
                    PhaseView another = theirs.get(phase.getKey());
                    return new PhaseRow(
                            phase.getKey(),
                            phase.getValue().title(),
                            one == null ? null : PhaseFacts.of(one, here),
                            another == null ? null : PhaseFacts.of(another, there),
                            steps(one, another));
                })
                .toList();
    }

    private static Map<String, PhaseView> byId(RunView run) {
        Map<String, PhaseView> phases = new LinkedHashMap<>();
        run.phases().forEach(phase -> phases.put(phase.id(), phase));
        return phases;
    }

    private static List<StepRow> steps(@Nullable PhaseView here, @Nullable PhaseView there) {
        Map<String, StepFacts> ours = StepFacts.of(here);
        Map<String, StepFacts> theirs = StepFacts.of(there);
        Set<String> names = new LinkedHashSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        return names.stream()
                .map(name -> {
                    int slash = name.indexOf('/');
                    return new StepRow(
                            name.substring(0, slash), name.substring(slash + 1), ours.get(name), theirs.get(name));
                })
                .toList();
    }

    private static List<CheckRow> checks(Course here, Course there) {
        Map<String, Steadiness> ours = byItem(here);
        Map<String, Steadiness> theirs = byItem(there);
        Map<String, Steadiness> all = new TreeMap<>(theirs);
        all.putAll(ours);
        return all.entrySet().stream()
                .map(item -> new CheckRow(
                        item.getValue().check(),
                        item.getValue().item(),
                        item.getValue().title(),
                        CheckFacts.of(ours.get(item.getKey()), here),
                        CheckFacts.of(theirs.get(item.getKey()), there)))
                .filter(row -> !row.here().steady() || !row.there().steady())
                .toList();
    }

    private static Map<String, Steadiness> byItem(Course course) {
        return course.steadiness().stream()
                .collect(Collectors.toMap(item -> item.check() + "/" + item.item(), Function.identity()));
    }

    private static List<PlanDifference> differences(Map<String, String> here, Map<String, String> there) {
        Set<String> subjects = new TreeSet<>(here.keySet());
        subjects.addAll(there.keySet());
        List<PlanDifference> differences = new ArrayList<>();
        for (String subject : subjects) {
            String ours = here.get(subject);
            String theirs = there.get(subject);
            // a condition is told when a phase asks for it: not told is not absent
            boolean told = !subject.startsWith(PlanFacts.CONDITION) || (ours != null && theirs != null);
            if (told && !Objects.equals(ours, theirs)) {
                differences.add(new PlanDifference(subject, ours, theirs));
            }
        }
        return differences;
    }

    /** How long something took; absent: it is not over, or its start was not seen. */
    static @Nullable Long seconds(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? null
                : Math.max(0, Duration.between(from, to).toSeconds());
    }

    /** The breaches of an item. */
    static Stream<Breach> of(Steadiness item, Course course) {
        return course.breaches().stream()
                .filter(breach ->
                        breach.check().equals(item.check()) && breach.item().equals(item.item()));
    }
}
