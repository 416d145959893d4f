package dev.migrationtower.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.migrationtower.events.Json;
import dev.migrationtower.simulator.Applications.Application;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * The estate over HTTP, on loopback: each application at {@code /<id>}, the smoke test at {@code /smoke}, and the estate's own control:
 * {@code GET /control}, {@code PUT /control/applications/<id>} with {@code {"open": true}}.
 */
final class EstateServer implements AutoCloseable {
    private static final String VERSION = "3.241.0";
    private static final String CONTROL = "/control/applications/";

    private final Estate estate;
    private final HttpServer server;

    private EstateServer(Estate estate, HttpServer server) {
        this.estate = estate;
        this.server = server;
    }

    /** Serves the estate on this port; 0: any free one. */
    static EstateServer start(Estate estate, int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        EstateServer server = new EstateServer(estate, http);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String put = exchange.getRequestMethod().equals("PUT") ? path : "";
            Application application = estate.applications().all().get(path.substring(1));
            if (application != null) {
                answer(exchange, application);
            } else if (path.equals("/smoke")) {
                smoke(exchange);
            } else if (path.equals("/control")) {
                json(exchange, 200, state());
            } else if (put.startsWith(CONTROL)
                    && estate.applications().all().containsKey(put.substring(CONTROL.length()))) {
                control(exchange, put.substring(CONTROL.length()));
            } else if (path.equals("/q/health/ready")) {
                json(exchange, 200, Map.of("status", "UP"));
            } else {
                text(exchange, 404, "Not Found");
            }
        }
    }

    private static void answer(HttpExchange exchange, Application application) throws IOException {
        if (application.open()) {
            json(exchange, 200, Map.of("name", application.name(), "version", VERSION));
        } else {
            text(exchange, 503, "Service Unavailable");
        }
    }

    private void smoke(HttpExchange exchange) throws IOException {
        try {
            json(exchange, 200, Map.of("id", new SmokeTest(estate.database()).run(), "version", VERSION));
        } catch (SQLException e) {
            json(exchange, 500, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private void control(HttpExchange exchange, String id) throws IOException {
        JsonNode wish = Json.mapper().readTree(exchange.getRequestBody());
        if (!wish.path("open").isBoolean()) {
            text(exchange, 400, "say {\"open\": true} or {\"open\": false}");
            return;
        }
        if (wish.path("open").booleanValue()) {
            estate.applications().open(id);
        } else {
            estate.applications().close(id);
        }
        json(exchange, 200, state());
    }

    private Map<String, Object> state() {
        return Map.of(
                "applications", estate.applications().all(),
                "sessions", estate.sessions().count());
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        write(exchange, status, "application/json", Json.write(body));
    }

    private static void text(HttpExchange exchange, int status, String body) throws IOException {
        write(exchange, status, "text/plain", body.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
