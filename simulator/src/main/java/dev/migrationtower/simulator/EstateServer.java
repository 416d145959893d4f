package dev.migrationtower.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.migrationtower.events.Json;
import dev.migrationtower.simulator.estate.Applications.Application;
import dev.migrationtower.simulator.estate.Estate;
import dev.migrationtower.simulator.estate.SmokeTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * The estate over HTTP, on loopback: each application at {@code /<id>}, the smoke test at {@code /smoke}, and the estate's own control:
 * {@code GET /control}, {@code PUT /control/...} as {@link Control} has it.
 */
final class EstateServer implements AutoCloseable {
    private static final String VERSION = "3.241.0";
    private static final String CONTROL = "/control/";

    private final Estate estate;
    private final Control control;
    private final HttpServer server;

    private EstateServer(Estate estate, Control control, HttpServer server) {
        this.estate = estate;
        this.control = control;
        this.server = server;
    }

    /** Serves the estate on this port; 0: any free one. */
    static EstateServer start(Estate estate, Control control, int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        EstateServer server = new EstateServer(estate, control, http);
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
            Application application = estate.applications().all().get(path.substring(1));
            if (application != null) {
                answer(exchange, application);
            } else if (path.equals("/smoke")) {
                smoke(exchange);
            } else if (path.equals("/control")) {
                json(exchange, 200, control.state());
            } else if (path.startsWith(CONTROL) && exchange.getRequestMethod().equals("PUT")) {
                control(exchange, path.substring(CONTROL.length()));
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
            json(exchange, 200, Map.of("id", new SmokeTest(estate.database(Estate.API)).run(), "version", VERSION));
        } catch (SQLException e) {
            json(exchange, 500, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private void control(HttpExchange exchange, String path) throws IOException {
        try {
            control.put(path, Json.mapper().readTree(exchange.getRequestBody()));
            json(exchange, 200, control.state());
        } catch (JsonProcessingException e) {
            text(exchange, 400, "this is no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            text(exchange, 400, String.valueOf(e.getMessage()));
        }
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
