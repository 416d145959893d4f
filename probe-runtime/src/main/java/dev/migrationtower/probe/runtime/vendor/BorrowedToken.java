package dev.migrationtower.probe.runtime.vendor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A token that is good for a while: borrowed by the first who needs it, by one request for all who wait; borrowed anew before it ends,
 * or when the vendor refuses it. It measures its time by a clock that only goes forward, from when it came, so that a wrong clock of
 * ours changes nothing. Thread-safe.
 */
public final class BorrowedToken implements Credentials {
    /** Of its time, the part after which it is borrowed anew. */
    private static final double USED = 0.9;

    private final Supplier<CompletionStage<Loan>> borrow;
    private final Predicate<VendorAnswer> refused;
    private final LongSupplier nanos;
    private @Nullable CompletableFuture<Loan> loan;
    private long endsAt;
    /** The token that was given back; it may still show in an answer that is under way. */
    private @Nullable String before;

    /**
     * A token, and how long it is good from now on.
     */
    public record Loan(String token, Duration goodFor) {}

    /**
     * @param borrow asks the vendor for a token
     * @param refused how the vendor says that it does not accept one
     * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
     */
    public BorrowedToken(Supplier<CompletionStage<Loan>> borrow, Predicate<VendorAnswer> refused, LongSupplier nanos) {
        this.borrow = borrow;
        this.refused = refused;
        this.nanos = nanos;
    }

    @Override
    public CompletionStage<Map<String, String>> headers(VendorQuestion question) {
        return current().thenApply(loaned -> Map.of("Authorization", "Bearer " + loaned.token()));
    }

    @Override
    public boolean refused(VendorAnswer answer) {
        return refused.test(answer);
    }

    /** Gives the token back that was refused, unless somebody did already. */
    @Override
    public synchronized boolean renew(Map<String, String> headers) {
        Loan had = had();
        if (had != null && headers.containsValue("Bearer " + had.token())) {
            loan = null;
            before = had.token();
        }
        return true;
    }

    @Override
    public synchronized List<String> secrets() {
        Loan had = had();
        return Stream.of(had == null ? null : had.token(), before)
                .filter(Objects::nonNull)
                .toList();
    }

    private synchronized CompletionStage<Loan> current() {
        CompletableFuture<Loan> now = loan;
        boolean usable =
                now != null && !now.isCompletedExceptionally() && (!now.isDone() || nanos.getAsLong() - endsAt < 0);
        if (now == null || !usable) {
            now = borrow.get()
                    .thenApply(came -> {
                        began(came);
                        return came;
                    })
                    .toCompletableFuture();
            loan = now;
        }
        return now;
    }

    private synchronized void began(Loan came) {
        endsAt = nanos.getAsLong() + (long) (came.goodFor().toNanos() * USED);
    }

    private @Nullable Loan had() {
        return loan == null || !loan.isDone() || loan.isCompletedExceptionally() ? null : loan.getNow(null);
    }
}
