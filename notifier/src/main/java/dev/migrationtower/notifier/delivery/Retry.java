package dev.migrationtower.notifier.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a receiver that did not take a message is tried again.
 *
 * @param first after the first attempt; then twice as long, and so on
 * @param atMost but never longer
 * @param expiresAfter how old a notice may become before it is no longer news
 */
public record Retry(Duration first, Duration atMost, Duration expiresAfter) {

    /** @param attempts how often it was tried, 1 or more */
    Duration after(int attempts, @Nullable Duration asked) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempts - 1, 20));
        Duration ours = doubled.compareTo(atMost) < 0 ? doubled : atMost;
        return asked != null && asked.compareTo(ours) > 0 ? asked : ours;
    }
}
