package dev.migrationtower.core.fold;

import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one observation costs; it should be about the same however many checks there are. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class FoldBenchmark {
    private static final int LOOKED_AT = 10;

    @Param({"10", "1000", "10000"})
    public int checks;

    private Run run;
    private Instant now;
    private int looks;

    @Setup
    public void begin() {
        Night night = Many.checks(checks);
        run = night.run();
        now = night.now();
    }

    /** The usual: all is as it was. */
    @Benchmark
    public Step aLookThatChangesNothing() {
        return looks(503);
    }

    /** The dear one: a verdict turns, the gate is evaluated again, both are told. */
    @Benchmark
    public Step aLookThatChangesAVerdict() {
        return looks(looks / LOOKED_AT % 2 == 0 ? 200 : 503);
    }

    private Step looks(int status) {
        int item = checks / LOOKED_AT * (looks % LOOKED_AT);
        now = now.plusMillis(1);
        looks++;
        Step step = Fold.step(
                run,
                new Input.Seen(new Observation(
                        "o" + looks,
                        Night.RUN,
                        "app",
                        "i" + item,
                        "http",
                        "probe-1",
                        now,
                        5,
                        null,
                        new Outcome.Reading(Map.of("status", status)),
                        null,
                        null)),
                now);
        run = step.state();
        return step;
    }
}
