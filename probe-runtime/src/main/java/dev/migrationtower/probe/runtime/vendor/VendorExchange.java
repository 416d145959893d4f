package dev.migrationtower.probe.runtime.vendor;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** One request and its whole answer, in time and within bounds. Redirects are not followed: credentials go nowhere else. Thread-safe. */
final class VendorExchange {
    private static final int MOST_CONNECTIONS = 16;

    private final Vertx vertx;
    private final HttpClient client;
    private final Duration timeout;

    VendorExchange(Vertx vertx, Duration timeout) {
        this.vertx = vertx;
        this.timeout = timeout;
        HttpClientOptions options = new HttpClientOptions()
                .setDecompressionSupported(true)
                .setConnectTimeout((int) timeout.toMillis())
                .setKeepAliveTimeout(20);
        client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
    }

    /** What came; fails with a {@link VendorException}. */
    CompletableFuture<VendorAnswer> ask(VendorQuestion question, Map<String, String> credentials) {
        CompletableFuture<VendorAnswer> answer = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(here -> begin(question, credentials, answer));
        return answer;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing waits for it
    private void begin(
            VendorQuestion question, Map<String, String> credentials, CompletableFuture<VendorAnswer> answer) {
        long timer = vertx.setTimer(
                timeout.toMillis(),
                late -> answer.completeExceptionally(
                        new TimeoutException("no whole answer came within " + timeout.toMillis() + " ms")));
        client.request(options(question, credentials))
                .onSuccess(request -> send(request, question, answer))
                .onFailure(answer::completeExceptionally);
        answer.whenComplete((done, failure) -> vertx.cancelTimer(timer));
    }

    private static RequestOptions options(VendorQuestion question, Map<String, String> credentials) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(question.method()))
                .setAbsoluteURI(question.url().toString())
                .putHeader("Accept", "application/json")
                .putHeader("User-Agent", "migration-tower");
        if (question.contentType() != null) {
            options.putHeader("Content-Type", question.contentType());
        }
        credentials.forEach(options::putHeader);
        return options;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing waits for it
    private static void send(
            HttpClientRequest request, VendorQuestion question, CompletableFuture<VendorAnswer> answer) {
        // What goes wrong on it ends the exchange, which says so; Vert.x would log it besides.
        request.connection().exceptionHandler(told -> {});
        request.exceptionHandler(answer::completeExceptionally);
        answer.whenComplete((done, failure) -> {
            if (failure != null) {
                request.reset();
            }
        });
        if (!answer.isDone()) {
            request.send(Buffer.buffer(question.body()))
                    .onSuccess(response -> receive(response, answer))
                    .onFailure(answer::completeExceptionally);
        }
    }

    private static void receive(HttpClientResponse response, CompletableFuture<VendorAnswer> answer) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(answer::completeExceptionally);
        response.endHandler(
                end -> answer.complete(new VendorAnswer(response.statusCode(), first(response), body.getBytes())));
        response.handler(part -> {
            if (body.length() + part.length() > VendorLimits.LARGEST) {
                answer.completeExceptionally(new VendorException(
                        VendorFailure.UNREADABLE, "the answer is longer than " + VendorLimits.LARGEST + " bytes"));
            } else if (!answer.isDone()) {
                body.appendBuffer(part);
            }
        });
    }

    private static Map<String, String> first(HttpClientResponse response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    /** The same failure in our terms; words of the network hold no secret. */
    static VendorException worded(Throwable failure) {
        return switch (failure) {
            case VendorException worded -> worded;
            case UnknownHostException unknown ->
                new VendorException(VendorFailure.UNAVAILABLE, "the host has no address: " + unknown.getMessage());
            case SSLException untrusted ->
                new VendorException(VendorFailure.UNAVAILABLE, "no trusted connection: " + untrusted.getMessage());
            case TimeoutException slow ->
                new VendorException(VendorFailure.UNAVAILABLE, String.valueOf(slow.getMessage()));
            case DecoderException garbage -> new VendorException(VendorFailure.UNREADABLE, "what came is not HTTP");
            default ->
                new VendorException(
                        VendorFailure.UNAVAILABLE,
                        "the connection failed: "
                                + (failure.getMessage() == null
                                        ? failure.getClass().getSimpleName()
                                        : failure.getMessage()));
        };
    }
}
