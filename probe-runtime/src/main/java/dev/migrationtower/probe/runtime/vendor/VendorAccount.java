package dev.migrationtower.probe.runtime.vendor;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What all checks of one account at a vendor share: the budget of requests, what was answered a moment ago, and the connections.
 * Thread-safe.
 */
public final class VendorAccount {
    final VendorExchange exchange;
    private final VendorStream stream;
    final Budget budget;
    final Answers answers;
    final VendorMetrics metrics;
    final Clock clock;
    final LongSupplier nanos;

    /**
     * @param vendor the kind of probe
     * @param name by which plans know it
     */
    public VendorAccount(
            Vertx vertx, VendorLimits limits, String vendor, String name, MeterRegistry registry, Clock clock) {
        this(vertx, limits, vendor, name, registry, clock, System::nanoTime);
    }

    /** @param nanos a clock that only goes forward, by which the budget is measured */
    public VendorAccount(
            Vertx vertx,
            VendorLimits limits,
            String vendor,
            String name,
            MeterRegistry registry,
            Clock clock,
            LongSupplier nanos) {
        this.nanos = nanos;
        this.clock = clock;
        exchange = new VendorExchange(vertx, limits.timeout());
        stream = new VendorStream(vertx, limits.timeout());
        budget = new Budget(limits.requests(), limits.period());
        answers = new Answers(budget, limits.period(), nanos);
        metrics = new VendorMetrics(registry, vendor, name);
        metrics.budget(() -> budget.left(nanos.getAsLong()));
    }

    /** Asks in the name of this account. */
    public VendorApi as(Credentials credentials) {
        return new VendorApi(this, credentials);
    }

    /**
     * The answer to a question that takes several requests, or the one of a moment ago.
     *
     * @param question always of the same type of answer
     * @param ask to be made of {@link VendorApi#askAnew}
     * @param requests how many it took: the more, the later is its next turn
     */
    public <T> CompletionStage<T> once(Object question, Supplier<CompletionStage<T>> ask, ToIntFunction<T> requests) {
        return answers.of(question, ask, requests);
    }

    /** Opens what the vendor sends by itself. */
    public VendorStream stream() {
        return stream;
    }

    /** How old an answer may be: after so long the same question is asked again. */
    public Duration renewal() {
        return answers.keep();
    }
}
