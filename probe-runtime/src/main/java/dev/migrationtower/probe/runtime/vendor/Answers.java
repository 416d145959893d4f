package dev.migrationtower.probe.runtime.vendor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What an account was answered lately, so that the same question of several checks is asked once. An answer is given again until it is
 * the question's turn in the budget, which comes the later the more requests all questions take. A failure is given again only where
 * requests are so dear that asking on would use them up. Thread-safe.
 */
final class Answers {
    /** A question that comes again sooner than this comes from another check. */
    private static final Duration AT_LEAST = Duration.ofSeconds(2);

    private final Budget budget;
    private final long period;
    private final LongSupplier nanos;
    private final Map<Object, Asked> asked = new HashMap<>();

    private record Asked(CompletableFuture<?> answer, long at, int requests) {}

    Answers(Budget budget, Duration period, LongSupplier nanos) {
        this.budget = budget;
        this.period = period.toNanos();
        this.nanos = nanos;
    }

    /**
     * The answer that there is, else the one that is asked for now.
     *
     * @param question always of the same type of answer
     * @param requests how many it took
     */
    @SuppressWarnings("unchecked") // a question has one type of answer
    synchronized <T> CompletionStage<T> of(
            Object question, Supplier<CompletionStage<T>> ask, ToIntFunction<T> requests) {
        long now = nanos.getAsLong();
        asked.values().removeIf(old -> old.answer.isDone() && now - old.at > period);
        Asked known = asked.get(question);
        if (known != null && good(known, now)) {
            return (CompletionStage<T>) known.answer;
        }
        CompletableFuture<T> answer = ask.get().toCompletableFuture();
        asked.put(question, new Asked(answer, now, known == null ? 1 : known.requests));
        return answer.thenApply(told -> {
            took(question, answer, requests.applyAsInt(told));
            return told;
        });
    }

    /** How long an answer is given again. */
    synchronized Duration keep() {
        Duration turn = turn();
        return turn.compareTo(AT_LEAST) < 0 ? AT_LEAST : turn;
    }

    private Duration turn() {
        return budget.share(asked.values().stream().mapToInt(Asked::requests).sum(), nanos.getAsLong());
    }

    private synchronized void took(Object question, CompletableFuture<?> answer, int requests) {
        asked.computeIfPresent(
                question, (same, one) -> one.answer.equals(answer) ? new Asked(answer, one.at, requests) : one);
    }

    private boolean good(Asked known, long now) {
        if (!known.answer.isDone()) {
            return true;
        }
        Duration turn = turn();
        boolean dear = turn.compareTo(AT_LEAST) > 0;
        return now - known.at < keep().toNanos() && (dear || !known.answer.isCompletedExceptionally());
    }
}
