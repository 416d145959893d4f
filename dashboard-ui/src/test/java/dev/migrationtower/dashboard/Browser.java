package dev.migrationtower.dashboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads a stream of server-sent events as a browser does, and keeps all it got. */
public final class Browser implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Got> got = new CopyOnWriteArrayList<>();

    /** A server-sent event. */
    public record Got(String id, String event, String data) {}

    public static Browser open(String url, String lastEventId) {
        return open(url, lastEventId, List.of());
    }

    /** @param headers their names and values in turn */
    public static Browser open(String url, String lastEventId, List<String> headers) {
        Browser browser = new Browser();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        browser.client
                .sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .thenAccept(browser::read);
        return browser;
    }

    private void read(HttpResponse<java.io.InputStream> response) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = "";
            String event = "";
            String data = "";
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.isEmpty()) {
                    got.add(new Got(id, event, data));
                    id = "";
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                }
            }
        } catch (IOException e) {
            got.add(new Got("", "closed", ""));
        }
    }

    public List<Got> got() {
        return List.copyOf(got);
    }

    public List<Got> named(String event) {
        return got.stream().filter(one -> one.event().equals(event)).toList();
    }

    /** The frames of the record. */
    public List<Got> numbered() {
        return got.stream()
                .filter(one -> one.event().startsWith("dev.migrationtower."))
                .toList();
    }

    public List<Long> revisions() {
        return numbered().stream().map(one -> Long.valueOf(one.id())).toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
