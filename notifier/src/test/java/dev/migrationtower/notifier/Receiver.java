package dev.migrationtower.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A webhook at the other end, which can fall ill and recover. */
final class Receiver implements AutoCloseable {
    /** What was posted, and answered by 200. */
    record Got(String path, Map<String, String> headers, byte[] body) {
        JsonNode json() {
            try {
                return Json.mapper().readTree(body);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final List<Integer> refused = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    Receiver(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(this::take)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            int answer = status;
            if (answer == 200) {
                Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
                got.add(new Got(request.path(), headers, body.getBytes()));
            } else {
                refused.add(answer);
            }
            request.response().setStatusCode(answer).end(answer == 200 ? "ok" : "not now");
        });
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.actualPort() + path;
    }

    /** From now on it answers so. */
    void answers(int newStatus) {
        status = newStatus;
    }

    List<Got> got(String path) {
        return got.stream().filter(one -> one.path().equals(path)).toList();
    }

    int refusals() {
        return refused.size();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
