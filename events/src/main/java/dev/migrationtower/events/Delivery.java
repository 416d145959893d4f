package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a notice on its way to a channel of the notifier: so that nobody is told twice after a restart.
 *
 * @param notice the id of the notice; absent: the channel itself, of which nobody had heard before
 * @param at when the receiver took it, or the notifier gave up; of a channel: since when it is told what happens
 * @param attempts how often it was tried
 * @param error why it was given up, in words; absent: it was not
 */
public record Delivery(
        String channel,
        @Nullable String notice,
        Outcome outcome,
        Instant at,
        int attempts,
        @Nullable String error) {

    /** The key on the topic: {@code <channel>/<notice>}, of a channel itself {@code <channel>}. */
    public String key() {
        return notice == null ? channel : channel + "/" + notice;
    }

    /** How it ended. */
    public enum Outcome {
        /** The channel is new: what happened before is not told there. */
        BEGUN,
        DELIVERED,
        /** The receiver was there, and will never take it. */
        REFUSED,
        /** The receiver was away until it was no longer news. */
        EXPIRED;

        /** The word on the wire and in metrics, kebab-case. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
