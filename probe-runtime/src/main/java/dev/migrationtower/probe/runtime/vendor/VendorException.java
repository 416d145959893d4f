package dev.migrationtower.probe.runtime.vendor;

import dev.migrationtower.probe.runtime.Look;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A vendor told nothing that could be used; the message says what it said instead, and holds no secret. */
public final class VendorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final VendorFailure failure;
    private final transient @Nullable VendorAnswer answer;

    /** @param message what happened and where, to be read by many; without a full stop */
    public VendorException(VendorFailure failure, String message) {
        this(failure, message, null);
    }

    VendorException(VendorFailure failure, String message, @Nullable VendorAnswer answer) {
        super(message);
        this.failure = failure;
        this.answer = answer;
    }

    public VendorFailure failure() {
        return failure;
    }

    /** The answer that was no good; null if none came. */
    public @Nullable VendorAnswer answer() {
        return answer;
    }

    /**
     * The look that stands for a failed one: <em>unobservable</em> with the kind as its cause. What is no failure of a vendor is thrown
     * on, for the frame to word.
     *
     * @param subject what was looked at, and where; begins the message
     * @param advice what to do about each kind
     */
    public static Look look(Throwable thrown, String subject, Function<VendorFailure, String> advice) {
        Throwable cause = cause(thrown);
        if (cause instanceof VendorException told) {
            return Look.unobservable(
                    told.failure.word(), subject + ": " + told.getMessage() + ". " + advice.apply(told.failure) + ".");
        }
        throw cause instanceof RuntimeException fault ? fault : new CompletionException(cause);
    }

    /** What a stage failed with, out of its wrapping. */
    public static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
