package dev.migrationtower.probe.runtime.vendor;

import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Messages that a vendor sends by itself, over a WebSocket (RFC 6455). Thread-safe. */
public final class VendorStream {
    private final WebSocketClient client;
    private final Duration timeout;

    VendorStream(Vertx vertx, Duration timeout) {
        // A vendor may send what was before in one message; Vert.x hangs up on one of more than 256 KiB.
        client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxFrameSize(VendorLimits.LARGEST)
                .setMaxMessageSize(VendorLimits.LARGEST));
        this.timeout = timeout;
    }

    /**
     * Opens it; ends with a {@link VendorException} if it cannot be opened.
     *
     * @param url {@code http} or {@code https}; may hold a secret, and is never shown but for its host
     * @param message told of each text
     * @param end told once that it is over, whoever ended it
     * @return what closes it
     */
    public CompletionStage<AutoCloseable> open(URI url, Consumer<String> message, Runnable end) {
        boolean tls = "https".equals(url.getScheme()) || "wss".equals(url.getScheme());
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() == -1 ? (tls ? 443 : 80) : url.getPort())
                .setSsl(tls)
                .setURI(url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()))
                .setTimeout(timeout.toMillis());
        return client.webSocket()
                .exceptionHandler(told -> {})
                .textMessageHandler(message::accept)
                .closeHandler(closed -> end.run())
                .connect(options)
                .toCompletionStage()
                .<AutoCloseable>thenApply(socket -> () -> close(socket))
                .exceptionally(failure -> {
                    throw worded(url, failure);
                });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing waits for it
    private static void close(WebSocket socket) {
        socket.close();
    }

    private static VendorException worded(URI url, Throwable thrown) {
        Throwable failure = VendorException.cause(thrown);
        String where = "the stream of " + url.getHost();
        if (failure instanceof UpgradeRejectedException rejected) {
            return new VendorException(
                    VendorFailure.of(rejected.getStatus()), where + " answered " + rejected.getStatus());
        }
        VendorException worded = VendorExchange.worded(failure);
        return new VendorException(worded.failure(), where + ": " + worded.getMessage());
    }
}
