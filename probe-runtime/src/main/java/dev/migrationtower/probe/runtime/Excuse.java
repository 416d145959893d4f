package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.CheckSpec;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** What to say when a probe brought no look but an exception. Thread-safe. */
final class Excuse {
    private static final Logger LOG = Logger.getLogger(Excuse.class);

    private final SaidOnce faults = new SaidOnce();

    /** The look that stands for the failure; a fault of the probe is logged once per check and kind of fault. */
    Look of(CheckSpec check, Throwable failure, Duration timeBox) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case WrongSettingException wrong ->
                Look.unobservable(
                        "wrong-settings",
                        "Check " + check.check() + ", item " + check.item() + ": " + wrong.getMessage()
                                + ". Correct it in the plan.");
            case TimeoutException slow ->
                Look.unobservable(
                        "timeout",
                        "The probe came to no result within " + timeBox.toMillis()
                                + " ms. Look at what it looks at, and at" + " the load of the probe.");
            default -> fault(check, cause);
        };
    }

    private Look fault(CheckSpec check, Throwable fault) {
        if (faults.first(check.key() + " " + fault.getClass())) {
            LOG.errorf(fault, "A look at %s failed by a fault of the probe", check.key());
        }
        // Not the exception's own words: nobody vouches that they hold no secret, and this text is shown to many.
        return Look.unobservable(
                "probe-error",
                "The probe failed with " + fault.getClass().getSimpleName()
                        + ". This is a fault of the probe, its log has the details.");
    }
}
