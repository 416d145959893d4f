package dev.migrationtower.acceptance;

import com.sun.net.httpserver.HttpServer;
import dev.migrationtower.events.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The channel of a team, with an incoming webhook as Slack has them. */
final class TeamChat implements AutoCloseable {
    private final HttpServer server;
    private final List<String> headlines = new CopyOnWriteArrayList<>();

    TeamChat() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            headlines.add(Json.mapper()
                    .readTree(exchange.getRequestBody())
                    .at("/blocks/0/text/text")
                    .asText());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** What a tower has to know in order to tell this team. */
    Map<String, String> environment() {
        return Map.of(
                "TOWER_NOTIFIER_CHANNELS_TEAM_KIND",
                "slack",
                "TOWER_NOTIFIER_CHANNELS_TEAM_URL",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What the team read so far. */
    List<String> headlines() {
        return List.copyOf(headlines);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
