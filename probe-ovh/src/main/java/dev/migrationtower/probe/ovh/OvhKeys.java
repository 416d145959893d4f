package dev.migrationtower.probe.ovh;

import dev.migrationtower.probe.runtime.vendor.Credentials;
import dev.migrationtower.probe.runtime.vendor.VendorAnswer;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests with the keys of an account, at OVHcloud's time: how far its clock is ahead of ours is measured once, and again when
 * it refuses a request, for the reason may be that a clock was set. Thread-safe.
 */
final class OvhKeys implements Credentials {
    /** How OVHcloud says that it does not know us, or not now; its status for that is 400, 401 or 403. */
    private static final Pattern REFUSAL = Pattern.compile(
            "\"(INVALID_(KEY|SIGNATURE|CREDENTIAL)|NOT_CREDENTIAL|QUERY_TIME_OUT)\"|(?i:Invalid timestamp)");

    private final OvhSignature keys;
    private final Supplier<CompletionStage<Long>> theirTime;
    private final Clock clock;
    private @Nullable CompletableFuture<Long> ahead;

    /** @param theirTime asks for OVHcloud's time, in seconds since 1970 */
    OvhKeys(OvhSignature keys, Supplier<CompletionStage<Long>> theirTime, Clock clock) {
        this.keys = keys;
        this.theirTime = theirTime;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Map<String, String>> headers(VendorQuestion question) {
        return ahead().thenApply(ahead -> {
            long seconds = now() + ahead;
            return Map.of(
                    "X-Ovh-Application", keys.applicationKey(),
                    "X-Ovh-Consumer", keys.consumerKey(),
                    "X-Ovh-Timestamp", Long.toString(seconds),
                    "X-Ovh-Signature", keys.of(question, seconds));
        });
    }

    @Override
    public boolean refused(VendorAnswer answer) {
        int status = answer.status();
        return status == 401
                || (status == 400 || status == 403)
                        && REFUSAL.matcher(answer.text()).find();
    }

    /** Measures the clocks anew, unless that is under way. */
    @Override
    public synchronized boolean renew(Map<String, String> refused) {
        if (ahead != null && ahead.isDone()) {
            ahead = null;
        }
        return true;
    }

    @Override
    public List<String> secrets() {
        return List.of(keys.applicationSecret(), keys.consumerKey(), keys.applicationKey());
    }

    private synchronized CompletionStage<Long> ahead() {
        CompletableFuture<Long> known = ahead;
        if (known == null || known.isCompletedExceptionally()) {
            known = theirTime.get().thenApply(theirs -> theirs - now()).toCompletableFuture();
            ahead = known;
        }
        return known;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
