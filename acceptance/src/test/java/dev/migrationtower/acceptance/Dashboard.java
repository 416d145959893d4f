package dev.migrationtower.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What the dashboard for Grafana asks Prometheus. */
final class Dashboard {
    private static final Path SHIPPED = Path.of("..", "deploy", "grafana", "dashboards", "migration-tower.json");

    private Dashboard() {}

    /** The expressions by the titles of their panels and annotations, for all runs. */
    static SequencedMap<String, String> expressions() throws IOException {
        JsonNode dashboard = Json.mapper().readTree(Files.readAllBytes(SHIPPED));
        SequencedMap<String, String> expressions = new TreeMap<>();
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                expressions.put(panel.path("title").asText(), of(target));
            }
        }
        for (JsonNode annotation : dashboard.at("/annotations/list")) {
            expressions.put(annotation.path("name").asText(), of(annotation));
        }
        return expressions;
    }

    private static String of(JsonNode node) {
        return node.path("expr").asText().replace("$run", ".*");
    }
}
