package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Observation;
import dev.migrationtower.service.Traces;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the rounds: looks at each check when it is due, for no longer than its time-box, and hands on what was seen. Thread-safe. */
final class Rounds {
    /** A probe keeps the time-out of a check itself, and words it better; the frame steps in when it does not. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Probe probe;
    private final FrameConfig config;
    private final Schedule schedule;
    private final Ticks ticks;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final ProbeMetrics metrics;
    private final Traces traces;
    private final Consumer<Parcel> saw;
    private final Excuse excuse = new Excuse();
    private @Nullable Future<?> timer;

    /**
     * @param thread the one thread on which all is decided and the probe is called
     * @param saw told of every observation that counts
     */
    Rounds(
            Probe probe,
            FrameConfig config,
            Schedule schedule,
            Ticks ticks,
            Clock clock,
            ScheduledExecutorService thread,
            ProbeMetrics metrics,
            Traces traces,
            Consumer<Parcel> saw) {
        this.probe = probe;
        this.config = config;
        this.schedule = schedule;
        this.ticks = ticks;
        this.clock = clock;
        this.thread = thread;
        this.metrics = metrics;
        this.traces = traces;
        this.saw = saw;
    }

    /** Look at this from now on. */
    void watch(CheckSpec check) {
        schedule.put(check, ticks.nanos());
        thread.execute(this::tick);
    }

    /** Look at it no more; a look that is under way is not handed on. */
    void forget(CheckKey key) {
        schedule.remove(key);
        thread.execute(() -> probe.forget(key));
    }

    private void tick() {
        schedule.takeDue(ticks.nanos()).forEach(this::look);
        if (timer != null) {
            timer.cancel(false);
        }
        timer = schedule.nextDue().stream()
                .mapToObj(due -> thread.schedule(this::tick, due - ticks.nanos(), TimeUnit.NANOSECONDS))
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whatever fails, ends in an excuse
    private void look(CheckSpec check) {
        long began = ticks.nanos();
        LookSpan span = LookSpan.begin(traces, check);
        Duration timeBox = timeBox(check);
        CompletableFuture<Look> looking = begin(check);
        CompletableFuture<Look> inTime = looking.copy().orTimeout(timeBox.toNanos(), TimeUnit.NANOSECONDS);
        inTime.handle((look, failure) ->
                        failure == null ? Objects.requireNonNull(look) : excuse.of(check, failure, timeBox))
                .exceptionally(failure -> excuse.of(check, failure, timeBox))
                .thenAcceptAsync(look -> over(check, look, took(began), span), thread);
        looking.thenAcceptAsync(
                look -> {
                    if (inTime.isCompletedExceptionally() && hasLines(look)) {
                        tooLate(check, look, took(began));
                    }
                },
                thread);
    }

    private CompletableFuture<Look> begin(CheckSpec check) {
        try {
            return probe.observe(check).toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void over(CheckSpec check, Look look, Duration took, LookSpan span) {
        span.end(look.outcome());
        if (schedule.done(check.key(), ticks.nanos())) {
            metrics.looked(look.outcome(), took);
            handOn(check, look, took, span);
        } else if (hasLines(look)) {
            probe.forget(check.key()); // those lines went with the look: they are followed anew, from their beginning
        }
        tick();
    }

    /** The next look will not have its lines: they are handed on all the same. */
    private void tooLate(CheckSpec check, Look look, Duration took) {
        if (schedule.has(check)) {
            LookSpan span = LookSpan.begin(traces, check);
            span.end(look.outcome());
            handOn(check, look, took, span);
        } else {
            probe.forget(check.key());
        }
    }

    private void handOn(CheckSpec check, Look look, Duration took, LookSpan span) {
        Observation observation = new Observation(
                span.id(),
                check.run(),
                check.check(),
                check.item(),
                config.probe(),
                config.instance(),
                clock.instant(),
                took.toMillis(),
                look.nextUpdateSeconds(),
                look.outcome(),
                look.evidence(),
                check.version());
        saw.accept(new Parcel(observation, span.headers()));
    }

    private Duration took(long began) {
        return Duration.ofNanos(ticks.nanos() - began);
    }

    private static boolean hasLines(@Nullable Look look) {
        return look != null && look.outcome().hasLines();
    }

    private Duration timeBox(CheckSpec check) {
        try {
            return new Settings(check.settings())
                    .duration("timeout")
                    .map(MARGIN::plus)
                    .orElse(config.lookTimeout());
        } catch (WrongSettingException e) {
            // The probe meets the same setting, and says so.
            return config.lookTimeout();
        }
    }
}
