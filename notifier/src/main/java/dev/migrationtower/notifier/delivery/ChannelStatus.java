package dev.migrationtower.notifier.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a channel does.
 *
 * @param backlog how many notices wait to be delivered
 * @param oldestAgeSeconds how old the one is that waits longest; 0 if none does
 * @param deliveredAt when the last was delivered since this service started; absent: none was
 * @param trouble why the last attempt failed, in words; absent: it did not
 */
public record ChannelStatus(
        String channel,
        int backlog,
        long oldestAgeSeconds,
        @Nullable Instant deliveredAt,
        @Nullable String trouble) {}
