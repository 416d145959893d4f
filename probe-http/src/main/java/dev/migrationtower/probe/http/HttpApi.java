package dev.migrationtower.probe.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * Asks. Each look has a connection of its own, as a new visitor would, and none waits for another: a pool would hide a server that
 * takes no new connections, and let a hanging one hold up the checks of its neighbours. Thread-safe.
 */
final class HttpApi {
    /** To one host and port; more than the frame ever looks at the same time. */
    private static final int MOST_CONNECTIONS = 1_024;

    private final Vertx vertx;
    private final HttpClient trusting;
    private final HttpClient verifying;

    HttpApi(Vertx vertx) {
        this.vertx = vertx;
        PoolOptions roomy = new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS);
        verifying = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false), roomy);
        trusting = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setTrustAll(true).setVerifyHost(false), roomy);
    }

    /** What came; fails only by a fault of ours. */
    CompletableFuture<HttpAnswer> ask(HttpSettings settings) {
        CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(here -> {
            Exchange exchange = new Exchange(settings.trustAny() ? trusting : verifying, answer);
            Duration timeout = settings.timeout();
            long timer = vertx.setTimer(
                    Math.max(1, timeout.toMillis()), late -> exchange.fail(tooLate(timeout, exchange.began())));
            exchange.onEnd(() -> vertx.cancelTimer(timer));
            exchange.ask(settings);
        });
        return answer;
    }

    private static Exception tooLate(Duration timeout, boolean began) {
        return began
                ? new EndlessBodyException("the body did not end within " + timeout.toMillis() + " ms")
                : new TimeoutException("nothing came within " + timeout.toMillis() + " ms");
    }
}
