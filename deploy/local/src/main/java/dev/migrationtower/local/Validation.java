package dev.migrationtower.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.PlanReader;
import dev.migrationtower.core.plan.PlanReading;
import dev.migrationtower.core.plan.Problem;
import dev.migrationtower.events.Json;
import dev.migrationtower.local.Finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code ./tower validate}: whether plans make sense.
 *
 * @param verdicts one for each plan, in the order asked for
 */
record Validation(List<Verdict> verdicts) {
    Validation {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * What there is to say of one plan.
     *
     * @param summary in one line
     */
    record Verdict(List<Finding> findings, String summary) {
        Verdict {
            findings = List.copyOf(findings);
        }
    }

    static Validation of(List<PlanFile> files) {
        return new Validation(files.stream().map(Validation::verdict).toList());
    }

    /** Whether there is nothing to mend; with {@code strict}, not even a warning. */
    boolean isFine(boolean strict) {
        return findings().noneMatch(finding -> strict || finding.severity() == Severity.ERROR);
    }

    /** For people, and for editors that know the form of a compiler's errors. */
    String text() {
        Stream<String> each = verdicts.stream()
                .flatMap(verdict -> Stream.concat(
                        verdict.findings().stream().map(Finding::toString), Stream.of(verdict.summary())));
        Stream<String> all = verdicts.size() == 1
                ? Stream.of()
                : Stream.of(verdicts.size() + " plans: " + counted(findings().toList()));
        return String.join("\n", Stream.concat(each, all).toList());
    }

    /** For programs: a list of {@code {file, line, column, severity, message}}. */
    String json() {
        try {
            return Json.mapper().writeValueAsString(findings().toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<Finding> findings() {
        return verdicts.stream().flatMap(verdict -> verdict.findings().stream());
    }

    private static Verdict verdict(PlanFile file) {
        return switch (PlanReader.read(file.yaml())) {
            case PlanReading.Readable readable -> {
                List<Finding> warnings = findings(file, Severity.WARNING, readable.warnings());
                yield new Verdict(warnings, file.name() + ": " + summary(readable.plan()) + "; " + counted(warnings));
            }
            case PlanReading.Refused refused -> {
                List<Finding> errors = findings(file, Severity.ERROR, refused.problems());
                yield new Verdict(errors, file.name() + ": the tower does not take this plan; " + counted(errors));
            }
        };
    }

    private static List<Finding> findings(PlanFile file, Severity severity, List<Problem> problems) {
        return problems.stream()
                .map(problem -> Finding.of(file.name(), severity, problem))
                .toList();
    }

    private static String summary(Plan plan) {
        // what scripts are followed by has no states, and nobody who wrote the plan would count it
        List<Check> checks = plan.checks().values().stream()
                .filter(check -> !check.states().isEmpty())
                .toList();
        int items = checks.stream().mapToInt(check -> check.items().size()).sum();
        return "plan %s makes sense: %s, %s of %s"
                .formatted(
                        plan.id(),
                        count(plan.phases().size(), "phase"),
                        count(checks.size(), "check"),
                        count(items, "item"));
    }

    private static String counted(List<Finding> findings) {
        return count(findings, Severity.ERROR) + ", " + count(findings, Severity.WARNING);
    }

    private static String count(List<Finding> findings, Severity severity) {
        return count(
                findings.stream()
                        .filter(finding -> finding.severity() == severity)
                        .count(),
                severity.word());
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
