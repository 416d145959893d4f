package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import java.util.concurrent.CompletionStage;

/**
 * Looks at one thing, once. That is all a probe module has to bring, as one CDI bean; the frame does the rest.
 *
 * <p>Called on one thread for all checks, so it must not block: what blocks goes to a thread of the probe's own. It does not retry: a
 * retry hides a service that is half up. Whatever it throws, or completes with, becomes an <em>unobservable</em>:
 * {@link WrongSettingException} with the cause {@code wrong-settings}, anything else with {@code probe-error}.
 */
@FunctionalInterface
public interface Probe {
    /**
     * What is there now. Is given up, and its stage completed with a {@code TimeoutException}, when it takes longer than the setting
     * {@code timeout} of the check and a second more; without that setting, than {@code tower.look-timeout}.
     */
    CompletionStage<Look> observe(CheckSpec check);

    /** The check is looked at by this instance no more: what is known of it can go. Called on the same thread. */
    default void forget(CheckKey check) {}
}
