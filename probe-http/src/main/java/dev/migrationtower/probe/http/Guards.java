package dev.migrationtower.probe.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Tells a target that is down from a probe that is: when none of these addresses can be reached either, it is us. They are asked
 * only when a target could not be reached, and at most every two seconds. Thread-safe.
 */
final class Guards {
    private static final int CONNECT_MILLIS = 1_000;
    private static final long REMEMBERED = Duration.ofSeconds(2).toNanos();

    private final List<SocketAddress> addresses;
    private final NetClient client;
    private @Nullable Future<Boolean> newest;
    private long askedAt;

    /**
     * @param addresses {@code host:port} each
     * @throws IllegalArgumentException if one is not, naming the key of the configuration
     */
    Guards(Vertx vertx, List<String> addresses) {
        this.addresses = addresses.stream().map(Guards::address).toList();
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
    }

    /** Whether there are guards, and none can be reached. */
    CompletionStage<Boolean> allSilent() {
        return ask().toCompletionStage();
    }

    private synchronized Future<Boolean> ask() {
        long now = System.nanoTime();
        if (newest == null || now - askedAt > REMEMBERED) {
            askedAt = now;
            newest = addresses.isEmpty()
                    ? Future.succeededFuture(false)
                    : Future.any(addresses.stream().map(this::reach).toList())
                            .map(one -> false)
                            .otherwise(true);
        }
        return newest;
    }

    private Future<Void> reach(SocketAddress guard) {
        return client.connect(guard).compose(connection -> connection.close());
    }

    private static SocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return SocketAddress.inetSocketAddress(
                    Integer.parseInt(text.substring(colon + 1)), text.substring(0, Math.max(0, colon)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "tower.http.guards: \"" + text + "\" must be host:port, such as 192.0.2.1:53", e);
        }
    }
}
