package dev.migrationtower.probe.runtime.kit;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small vendor: what it answers stands by {@code METHOD /path?query}; it can be in any kind of trouble, and out of it again. */
public final class FakeVendor implements AutoCloseable {
    /** Where pages are asked for in the body, it is part of what is asked. */
    private static final Pattern OFFSET = Pattern.compile("offset=\\d+");

    private static final String PIECE = "x".repeat(64 * 1024);
    /** 50 MiB of them. */
    private static final int PIECES = 800;

    private final Map<String, Function<Asked, Reply>> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<ServerWebSocket> streams = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile BiFunction<MultiMap, String, Boolean> lets = (headers, body) -> true;
    private volatile Reply stranger = new Reply(401, "{\"error\":\"who are you?\"}", Map.of());
    private volatile String troubled = "";

    /** What it answers. */
    public record Reply(int status, String body, Map<String, String> headers) {
        public static Reply json(String body) {
            return new Reply(200, body, Map.of());
        }
    }

    /** What it was asked. */
    public record Asked(String what, MultiMap headers, String body) {}

    /** What may be wrong with a vendor. */
    public enum Trouble {
        NONE,
        STRANGERS,
        FORBIDDEN,
        THROTTLED_FOR_A_SECOND,
        THROTTLED,
        BROKEN,
        HTML,
        TRUNCATED,
        SILENT,
        HUGE,
        RESET
    }

    public FakeVendor(Vertx vertx) throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body.toString())))
                .webSocketHandler(this::stream)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** From now on it answers so. */
    public FakeVendor on(String what, Reply reply) {
        return on(what, asked -> reply);
    }

    /** From now on it answers by what it is asked. */
    public FakeVendor on(String what, Function<Asked, Reply> reply) {
        replies.put(what, reply);
        return this;
    }

    /** From now on it answers so, with 200. */
    public FakeVendor on(String what, String json) {
        return on(what, Reply.json(json));
    }

    /** Whom it lets in, and what it says to others. */
    public void letsIn(BiFunction<MultiMap, String, Boolean> whom, Reply others) {
        lets = whom;
        stranger = others;
    }

    /** From now on it is in this trouble, wherever the address has this part. */
    public void in(Trouble trouble, String where) {
        this.troubled = where;
        this.trouble = trouble;
    }

    /** Tells this to whoever streams from it, and to whoever will. */
    public void says(String message) {
        said.add(message);
        streams.forEach(stream -> stream.writeTextMessage(message));
    }

    /** Ends all streams. */
    public void hangsUp() {
        streams.forEach(ServerWebSocket::close);
    }

    /** How many stream from it now. */
    public int streams() {
        return streams.size();
    }

    /** All that it was asked, in order. */
    public List<Asked> asked() {
        return asked;
    }

    /** How often it was asked this. */
    public long times(String what) {
        return asked.stream().filter(one -> one.what().equals(what)).count();
    }

    @Override
    public void close() throws Exception {
        server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void stream(ServerWebSocket stream) {
        asked.add(new Asked("STREAM " + stream.uri(), stream.headers(), ""));
        if (trouble != Trouble.NONE) {
            stream.reject(502);
            return;
        }
        streams.add(stream);
        stream.closeHandler(closed -> streams.remove(stream));
        said.forEach(stream::writeTextMessage);
    }

    private void answer(HttpServerRequest request, String body) {
        URI uri = URI.create(request.uri());
        Matcher offset = OFFSET.matcher(body);
        String what = request.method() + " " + uri + (offset.find() ? " " + offset.group() : "");
        asked.add(new Asked(what, request.headers(), body));
        if (trouble == Trouble.NONE || !uri.getPath().contains(troubled)) {
            reply(request, known(request, what, body));
        } else {
            trouble(request, known(request, what, body));
        }
    }

    private Reply known(HttpServerRequest request, String what, String body) {
        return lets.apply(request.headers(), body)
                ? replies.getOrDefault(what, asked -> new Reply(404, "{\"error\":\"not found\"}", Map.of()))
                        .apply(new Asked(what, request.headers(), body))
                : stranger;
    }

    private void trouble(HttpServerRequest request, Reply usual) {
        // It repeats what it was sent, as a careless vendor would.
        String echo = "{\"error\":\"you sent " + request.getHeader("Authorization") + "\"}";
        switch (trouble) {
            case NONE -> reply(request, usual);
            case STRANGERS -> reply(request, stranger);
            case FORBIDDEN -> reply(request, new Reply(403, echo, Map.of()));
            case THROTTLED_FOR_A_SECOND -> reply(request, new Reply(429, "Retry later", Map.of("Retry-After", "1")));
            case THROTTLED -> reply(request, new Reply(429, "Retry later", Map.of("Content-Type", "text/plain")));
            case BROKEN -> reply(request, new Reply(500, "{\"error\":\"we are on it\"}", Map.of()));
            case HTML -> reply(request, new Reply(502, "<html><h1>Bad Gateway</h1></html>", Map.of()));
            case TRUNCATED ->
                reply(
                        request,
                        new Reply(200, usual.body().substring(0, usual.body().length() / 2), Map.of()));
            case SILENT -> {}
            case HUGE -> pour(request.response().setChunked(true), PIECES);
            case RESET -> {
                request.response().putHeader("Content-Length", "1000").write("{\"half\":");
                request.connection().close();
            }
        }
    }

    private static void reply(HttpServerRequest request, Reply reply) {
        HttpServerResponse response = request.response().setStatusCode(reply.status());
        response.putHeader("Content-Type", "application/json");
        reply.headers().forEach(response::putHeader);
        response.end(reply.body());
    }

    /** So many pieces of JSON that goes on and on. */
    private static void pour(HttpServerResponse response, int left) {
        if (left == 0) {
            response.end("\"}");
            return;
        }
        response.write(Buffer.buffer((left == PIECES ? "{\"error\":\"" : "") + PIECE))
                .onSuccess(written -> pour(response, left - 1));
    }
}
