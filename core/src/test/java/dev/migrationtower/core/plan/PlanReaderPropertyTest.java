package dev.migrationtower.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.core.plan.PlanReading.Readable;
import dev.migrationtower.core.plan.PlanReading.Refused;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the text: an answer, never an exception. */
class PlanReaderPropertyTest {
    @Property(tries = 500)
    void anyTextIsAnswered(@ForAll String text) {
        assertThat(wellFormed(PlanReader.read(text))).isTrue();
    }

    @Property(tries = 500)
    void anyYamlIsAnswered(@ForAll("yamlish") String text) {
        assertThat(wellFormed(PlanReader.read(text))).isTrue();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void aPlanWithAnythingPutIntoItIsAnswered(
            @ForAll("yamlish") String text,
            @ForAll @IntRange(max = 10_000) int at,
            @ForAll @IntRange(max = 40) int gone) {
        int start = Math.min(at, Plans.PIX.length());
        int end = Math.min(start + gone, Plans.PIX.length());
        assertThat(wellFormed(PlanReader.read(Plans.PIX.substring(0, start) + text + Plans.PIX.substring(end))))
                .isTrue();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyDurationThatIsWrittenIsRead(
            @ForAll @IntRange(max = 400) int days,
            @ForAll @IntRange(max = 99) int hours,
            @ForAll @IntRange(max = 99) int minutes,
            @ForAll @IntRange(max = 99) int seconds,
            @ForAll @IntRange(min = 1, max = 999) int millis) {
        String text = days + "d" + hours + "h" + minutes + "m" + seconds + "s" + millis + "ms";

        assertThat(Durations.parse(text))
                .contains(Duration.ofDays(days)
                        .plusHours(hours)
                        .plusMinutes(minutes)
                        .plusSeconds(seconds)
                        .plusMillis(millis));
    }

    @Example
    void aThousandChecksCostSecondsOfOneProcessorAtMost() {
        StringBuilder plan = new StringBuilder("tower: 1\nid: big\ntitle: Big\nchecks:\n");
        for (int i = 0; i < 1_000; i++) {
            plan.append(
                    "  c%d: {probe: http, with: {url: 'http://h/%d'}, states: {up: 'status == %d', down: 'status == 503'}}%n"
                            .formatted(i, i, 200 + i % 10));
        }
        plan.append("phases:\n  - id: only\n    gate: {require: [{check: c1, is: up}]}\n");
        long start = processorNanos();

        assertThat(PlanReader.read(plan.toString())).isInstanceOf(Readable.class);

        assertThat(Duration.ofNanos(processorNanos() - start)).isLessThan(Duration.ofSeconds(5));
    }

    /** Unlike the clock on the wall, it does not count what else the machine does. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static boolean wellFormed(PlanReading reading) {
        return switch (reading) {
            case Readable readable -> !readable.plan().phases().isEmpty() && wellFormed(readable.warnings());
            case Refused refused -> !refused.problems().isEmpty() && wellFormed(refused.problems());
        };
    }

    private static boolean wellFormed(List<Problem> problems) {
        return problems.stream()
                .allMatch(problem -> problem.line() >= 1
                        && problem.column() >= 1
                        && !problem.message().isBlank());
    }

    @Provide
    Arbitrary<String> yamlish() {
        Arbitrary<String> token = Arbitraries.of(
                "tower",
                "checks",
                "phases",
                "id",
                "gate",
                "require",
                "states",
                "with",
                "forEach",
                "deviations",
                "during",
                "after",
                "rollback",
                "propose",
                "samples",
                "is",
                "line",
                "steps",
                "tasks",
                "lanes",
                "host",
                "follow",
                "progress",
                "progressOf",
                "heartbeat",
                "match",
                "ignore",
                "estimate",
                "p50",
                "p90",
                "any",
                "all",
                "atLeast",
                "of",
                "announce",
                "roles",
                "say",
                "severity",
                "warn",
                "hold",
                "until",
                "decision",
                "notAuthorOf",
                "pointOfNoReturn",
                "alter-ke",
                "migrate",
                "reopen",
                "off",
                "-24h",
                "99999999999999999999",
                "(?P<percent>\\d+)",
                "((((a{1000}){1000}",
                "[z-a]",
                "*?\\",
                "probe",
                "http",
                ": ",
                ":",
                "- ",
                "\n",
                "\n  ",
                "\n    ",
                "{",
                "}",
                "[",
                "]",
                ", ",
                "\"",
                "'",
                "&a ",
                "*a",
                "!!str ",
                "|\n",
                ">-\n",
                "# ",
                "---\n",
                "...\n",
                "%YAML 1.1\n",
                "\t",
                "1",
                "true",
                "~",
                "10s",
                "status == 200",
                "\\u00",
                "\\UFFFFFFFF",
                "💥",
                "\u0000",
                "\ud800",
                "?",
                "<<",
                "{id}",
                "${X}",
                "\r\n",
                "\u0085",
                "\ufeff");
        return token.list().ofMaxSize(40).map(tokens -> String.join("", tokens));
    }
}
