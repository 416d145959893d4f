package dev.migrationtower.core.step;

import com.google.re2j.Pattern;
import dev.migrationtower.core.plan.Estimate;
import dev.migrationtower.core.plan.Script;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Outcome.LogLine;
import dev.migrationtower.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who listens to the script of the night of 23 July 2022, and remembers. Times are seconds since the start of the run. */
final class Listener {
    static final Instant START = Instant.parse("2022-07-23T20:00:00Z");
    static final String KE = "Altering knowledge-elements.answerId type to BIGINT - ";
    static final String FLASH = "Altering flash-assessment-results.answerId type to BIGINT - ";
    static final String ANSWERS = "Altering answers.id type to BIGINT - ";
    static final String SEQ = "Altering answers_id_seq type to BIGINT - ";
    static final String BEGUN = "In progress";
    static final String DONE = "Done";
    static final String HOST = "pix-api-production-one-off-1234";

    static final Script SCRIPT = new Script(
            List.of(
                    new Script.Lane("api", Pattern.compile("pix-api-production-one-off-.*")),
                    new Script.Lane("datawarehouse", Pattern.compile("pix-datawarehouse-production-one-off-.*"))),
            List.of(
                    new Script.Source("1", null, List.of()),
                    new Script.Source("2", "api", List.of("alter-ke", "alter-answers")),
                    new Script.Source("3", null, List.of())),
            new Script.Heartbeat(Pattern.compile("^alive$"), Duration.ofMinutes(5), Duration.ofMinutes(15)),
            Pattern.compile("(?i)error|fatal|deadlock"),
            List.of(Pattern.compile("^Start script")),
            List.of(
                    step("alter-ke", KE, "8h30m", "12h"),
                    step("alter-flash", FLASH, "10s", "1m"),
                    step("alter-answers", ANSWERS, "4h", "6h"),
                    step("alter-seq", SEQ, "10s", "1m")));

    private final Map<String, LaneMemory> lanes = new HashMap<>();
    private final List<LogLine> strays = new ArrayList<>();
    private final Instant now;

    private Listener(Instant now) {
        this.now = now;
    }

    /** A day after the start, so that nothing is in the future. */
    static Listener afterwards() {
        return at(86_400);
    }

    static Listener at(double now) {
        return new Listener(second(now));
    }

    static Instant second(double second) {
        return START.plusMillis(Math.round(second * 1000));
    }

    private static Script.Step step(String id, String line, String p50, String p90) {
        String text = Pattern.quote(line);
        return new Script.Step(
                id,
                Pattern.compile(text + BEGUN),
                Pattern.compile(text + DONE),
                Pattern.compile(text + "(?P<percent>.*)%"),
                new Estimate(Duration.parse("PT" + p50), Duration.parse("PT" + p90)));
    }

    /** A line of lane api, by the first source. */
    Listener hears(double second, String text) {
        return hears("1", HOST, second, text);
    }

    Listener hears(String source, String host, double second, String text) {
        return hears(source, new LogLine(source + "-" + host + "-" + second + "-" + text, second(second), host, text));
    }

    Listener hears(String source, LogLine line) {
        return observes(source, source, now, new Outcome.LogLines(List.of(line)));
    }

    Listener isPinged(double second, String step, Signal signal, @Nullable Double percent) {
        return observes("pings", "api", second(second), new Outcome.Ping("api", step, signal, percent, null));
    }

    Listener isPinged(double second, String step, Signal signal) {
        return isPinged(second, step, signal, null);
    }

    /** A look of the probe that sees the progress of lane api. */
    Listener measures(double second, double percent) {
        return observes(
                "2",
                "2",
                second(second),
                new Outcome.Reading(Map.of("running", true, "percent", percent, "words", percent + " % rewritten")));
    }

    private Listener observes(String check, String item, Instant at, Outcome outcome) {
        String id = check + "-" + item + "-" + at + "-" + outcome;
        Hearing hearing = Hearing.of(
                SCRIPT,
                new Observation(id, "run", item, item, "probe", "probe-1", at, 5, null, outcome, null, null),
                START,
                now);
        hearing.lanes()
                .forEach((lane, heard) ->
                        lanes.merge(lane, LaneMemory.SILENT.hearing(heard), (memory, anew) -> memory.hearing(heard)));
        strays.addAll(hearing.strays());
        return this;
    }

    LaneMemory memory() {
        return lanes.getOrDefault("api", LaneMemory.SILENT);
    }

    List<LogLine> strays() {
        return strays;
    }

    /** Lane api, watched since the start of the run by who can see it. */
    Lane lane() {
        return lane(new Watch(START, true, now));
    }

    Lane lane(Watch watch) {
        return Lane.of(SCRIPT, "api", memory(), watch);
    }

    Lane datawarehouse() {
        return Lane.of(
                SCRIPT,
                "datawarehouse",
                lanes.getOrDefault("datawarehouse", LaneMemory.SILENT),
                new Watch(START, true, now));
    }

    StepView step(String id) {
        return step(lane(), id);
    }

    static StepView step(Lane lane, String id) {
        return lane.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
