package dev.migrationtower.probe.http;

import dev.migrationtower.probe.runtime.WrongSettingException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** One request and its answer, with the redirects on the way. For one event loop. */
final class Exchange {
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient client;
    private final CompletableFuture<HttpAnswer> answer;
    private final long began = System.nanoTime();
    private @Nullable HttpClientRequest request;
    private boolean bodyBegan;
    private int redirects;

    Exchange(HttpClient client, CompletableFuture<HttpAnswer> answer) {
        this.client = client;
        this.answer = answer;
    }

    /** Whether the head of the answer has come. */
    boolean began() {
        return bodyBegan;
    }

    /** Does this when all is over, well or not. */
    @SuppressWarnings("FutureReturnValueIgnored") // nothing waits for it
    void onEnd(Runnable action) {
        answer.whenComplete((done, failure) -> action.run());
    }

    void ask(HttpSettings settings) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(settings.method()))
                .setHost(settings.url().getHost())
                .setPort(settings.port())
                .setSsl(settings.tls())
                .setURI(settings.path())
                .setConnectTimeout(settings.timeout().toMillis());
        options.putHeader("User-Agent", "migration-tower-probe-http");
        settings.headers().forEach(options::putHeader);
        Future.succeededFuture()
                .compose(start -> client.request(options))
                .compose(connected -> {
                    request = connected;
                    // What goes wrong on it ends the look, which says so; Vert.x would log it besides.
                    connected.connection().exceptionHandler(told -> {});
                    if (answer.isDone()) {
                        connected.reset();
                    }
                    return connected.send();
                })
                .<Void>compose(response -> {
                    receive(settings, response);
                    return Future.succeededFuture();
                })
                .onFailure(this::fail);
    }

    /** Ends without an answer; the connection is closed. */
    void fail(Throwable failure) {
        Optional<HttpFailure> known = HttpFailure.of(failure);
        if (known.isPresent()) {
            answer.complete(new HttpAnswer.None(known.get(), String.valueOf(failure.getMessage())));
        } else {
            answer.completeExceptionally(failure);
        }
        if (request != null) {
            request.reset();
        }
    }

    private void receive(HttpSettings settings, HttpClientResponse response) {
        Optional<HttpSettings> next = settings.followRedirects() ? redirect(settings, response) : Optional.empty();
        if (next.isPresent() && redirects++ < MOST_REDIRECTS) {
            response.exceptionHandler(leftBehind -> {}).request().reset();
            ask(next.get());
            return;
        }
        bodyBegan = true;
        CappedBody body = new CappedBody();
        response.exceptionHandler(this::fail);
        response.endHandler(end -> answer.complete(complete(response, body)));
        response.handler(part -> {
            try {
                body.add(part);
            } catch (EndlessBodyException e) {
                fail(e);
            }
        });
    }

    private static Optional<HttpSettings> redirect(HttpSettings settings, HttpClientResponse response) {
        String location = response.getHeader("location");
        boolean moved = response.statusCode() / 100 == 3 && !settings.method().equals("POST");
        if (!moved || location == null) {
            return Optional.empty();
        }
        try {
            URI target = settings.url().resolve(location);
            return Optional.of(settings.at(HttpSettings.url(target.toString())));
        } catch (IllegalArgumentException | WrongSettingException e) {
            // It leads nowhere: then the redirect itself is the answer, and its location is seen.
            return Optional.empty();
        }
    }

    private HttpAnswer complete(HttpClientResponse response, CappedBody body) {
        return new HttpAnswer.Complete(
                response.version() == HttpVersion.HTTP_1_0 ? "HTTP/1.0" : "HTTP/1.1",
                response.statusCode(),
                response.statusMessage(),
                byName(response.headers()),
                body.bytes(),
                body.cut(),
                Duration.ofNanos(System.nanoTime() - began),
                certificateEnds(response.request().connection()));
    }

    private static Map<String, List<String>> byName(MultiMap headers) {
        Map<String, List<String>> byName = new TreeMap<>();
        headers.forEach(
                (name, value) -> byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                        .add(value));
        return byName;
    }

    private static @Nullable Instant certificateEnds(HttpConnection connection) {
        if (!connection.isSsl()) {
            return null;
        }
        try {
            return connection.peerCertificates().getFirst() instanceof X509Certificate certificate
                    ? certificate.getNotAfter().toInstant()
                    : null;
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }
}
