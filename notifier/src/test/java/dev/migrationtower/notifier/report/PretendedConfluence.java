package dev.migrationtower.notifier.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.migrationtower.events.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One space of a wiki, spoken to as to either edition: pages by title, versions that must follow one another. */
final class PretendedConfluence implements AutoCloseable {
    /** A page as it stands. */
    record Kept(String id, long version, String message, String body) {}

    final Map<String, Kept> pages = new TreeMap<>();
    final List<String> asked = new ArrayList<>();
    private final HttpServer server;
    /** How often somebody else is quicker. */
    int othersAreQuicker;

    PretendedConfluence() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/wiki/");
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestMethod()) {
            case "GET" ->
                send(exchange, 200, path.endsWith("/spaces") ? "{\"results\":[{\"id\":\"42\"}]}" : found(exchange));
            case "POST" -> {
                JsonNode page = Json.mapper().readTree(body);
                pages.put(
                        page.path("title").asText(),
                        new Kept(Integer.toString(100 + pages.size()), 1, "", storage(page)));
                send(exchange, 200, "{}");
            }
            default -> send(exchange, put(path, Json.mapper().readTree(body)), "{}");
        }
    }

    private String found(HttpExchange exchange) {
        String title = java.util.Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .filter(part -> part.startsWith("title="))
                .map(part -> URLDecoder.decode(part.substring(6), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        ObjectNode answer = Json.mapper().createObjectNode();
        var results = answer.putArray("results");
        Kept kept = pages.get(title);
        if (kept != null) {
            results.addObject()
                    .put("id", kept.id())
                    .putObject("version")
                    .put("number", kept.version())
                    .put("message", kept.message());
        }
        return answer.toString();
    }

    private int put(String path, JsonNode page) {
        String title = page.path("title").asText();
        Kept kept = pages.get(title);
        if (othersAreQuicker > 0) {
            othersAreQuicker--;
            kept = new Kept(kept.id(), kept.version() + 1, "by hand", "something else");
            pages.put(title, kept);
        }
        if (!path.endsWith("/" + kept.id())) {
            return 404;
        }
        if (page.at("/version/number").asLong() != kept.version() + 1) {
            return 409;
        }
        pages.put(
                title,
                new Kept(
                        kept.id(),
                        kept.version() + 1,
                        page.at("/version/message").asText(),
                        storage(page)));
        return 200;
    }

    private static String storage(JsonNode page) {
        JsonNode cloud = page.at("/body/value");
        return cloud.isMissingNode() ? page.at("/body/storage/value").asText() : cloud.asText();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
