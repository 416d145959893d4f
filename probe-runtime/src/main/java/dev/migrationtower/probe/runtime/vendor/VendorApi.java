package dev.migrationtower.probe.runtime.vendor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Asks a vendor, in the name of an account. Every failure is a {@link VendorException}. Nothing is asked again because it failed, but
 * for one thing: with new credentials, when the old ones were refused. Thread-safe.
 */
public final class VendorApi {
    private static final String HIDDEN = "***";

    private final VendorAccount account;
    private final Credentials credentials;
    private final AtomicInteger throttledInARow = new AtomicInteger();

    VendorApi(VendorAccount account, Credentials credentials) {
        this.account = account;
        this.credentials = credentials;
    }

    private record Key(VendorApi asker, VendorQuestion question) {}

    /**
     * The document that the vendor answers with, or answered a moment ago. Fails if it is not of this type: every field that is not
     * nullable must be there.
     */
    public <T> CompletionStage<Told<T>> ask(VendorQuestion question, Class<T> type) {
        return account.answers
                .of(new Key(this, question), () -> fetch(question, true), answer -> 1)
                .thenApply(answer -> told(question, answer, type));
    }

    /** The same, whatever was answered before: for what is good only once, such as a token. */
    public <T> CompletionStage<Told<T>> askAnew(VendorQuestion question, Class<T> type) {
        return fetch(question, true).thenApply(answer -> told(question, answer, type));
    }

    private CompletionStage<VendorAnswer> fetch(VendorQuestion question, boolean mayRenew) {
        return credentials
                .headers(question)
                .thenCompose(headers -> send(question, headers).thenCompose(answer -> {
                    boolean refused = credentials.refused(answer);
                    if (refused && mayRenew && credentials.renew(headers)) {
                        return fetch(question, false);
                    }
                    if (answer.good() && !refused) {
                        throttledInARow.set(0);
                        return CompletableFuture.completedFuture(answer);
                    }
                    return CompletableFuture.failedFuture(failure(question, answer, refused));
                }));
    }

    private CompletionStage<VendorAnswer> send(VendorQuestion question, Map<String, String> headers) {
        long now = account.nanos.getAsLong();
        if (!account.budget.take(now)) {
            Duration wait = account.budget.freeIn(now);
            return CompletableFuture.failedFuture(new VendorException(
                    VendorFailure.THROTTLED,
                    question + " was not asked: the requests of this account are used up for "
                            + Math.max(1, wait.toSeconds()) + " s"));
        }
        return account.exchange.ask(question, headers).handle((answer, failure) -> {
            if (answer == null) {
                throw failed(question, failure);
            }
            account.metrics.asked(Integer.toString(answer.status()));
            heed(answer);
            return answer;
        });
    }

    private VendorException failed(VendorQuestion question, @Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        VendorException worded =
                VendorExchange.worded(cause == null ? new IllegalStateException("nothing came") : cause);
        account.metrics.asked(worded.failure().word());
        return new VendorException(worded.failure(), question + ": " + worded.getMessage());
    }

    /** Leaves the vendor alone for as long as it asks, or, when it throttles without saying, for longer each time. */
    private void heed(VendorAnswer answer) {
        Quota.in(answer, time(answer)).ifPresent(quota -> account.budget.told(quota, account.nanos.getAsLong()));
        boolean throttled = answer.status() == 429;
        boolean used =
                answer.header("x-ratelimit-remaining").filter("0"::equals).isPresent();
        boolean closed = answer.status() == 503 && answer.header("retry-after").isPresent();
        if (throttled || used || closed) {
            Duration wait = Patience.asked(answer, time(answer))
                    .orElseGet(() -> throttled ? Patience.unasked(throttledInARow.incrementAndGet()) : Duration.ZERO);
            account.budget.silence(wait, account.nanos.getAsLong());
        }
    }

    private VendorException failure(VendorQuestion question, VendorAnswer answer, boolean refused) {
        VendorFailure kind = refused ? VendorFailure.UNAUTHORISED : VendorFailure.of(answer.status());
        String words = question + " answered " + answer.status() + Document.words(answer, this::hide);
        return new VendorException(kind, hide(words), answer);
    }

    private <T> Told<T> told(VendorQuestion question, VendorAnswer answer, Class<T> type) {
        return new Told<>(Document.read(question, answer, type, this::hide), time(answer));
    }

    /** The same words, without our secrets, should the vendor have repeated them; for all that is told in its own words. */
    public String hide(String text) {
        String hidden = text;
        for (String secret : credentials.secrets()) {
            if (!secret.isBlank()) {
                hidden = hidden.replace(secret, HIDDEN)
                        .replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), HIDDEN);
            }
        }
        return hidden;
    }

    /** The vendor's own time, as its answer says; else ours. */
    private Instant time(VendorAnswer answer) {
        try {
            return answer.header("date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElseGet(account.clock::instant);
        } catch (DateTimeParseException e) {
            return account.clock.instant();
        }
    }
}
