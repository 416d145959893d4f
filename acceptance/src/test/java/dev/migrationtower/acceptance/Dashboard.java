package dev.migrationtower.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the dashboard for Grafana asks Prometheus. */
final class Dashboard {
    private static final Path SHIPPED = Path.of("..", "deploy", "grafana", "dashboards", "migration-tower.json");

    private static final Pattern LABELS = Pattern.compile("label_values\\((\\w+), \\w+\\)");

    private Dashboard() {}

    /** An expression, and the panel, annotation or variable that asks it. */
    record Question(String of, String expression) {}

    /** All that it asks, for all runs. */
    static List<Question> questions() throws IOException {
        JsonNode dashboard = Json.mapper().readTree(Files.readAllBytes(SHIPPED));
        List<Question> questions = new ArrayList<>();
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                questions.add(question(panel.path("title"), target.path("expr")));
            }
        }
        for (JsonNode annotation : dashboard.at("/annotations/list")) {
            questions.add(question(annotation.path("name"), annotation.path("expr")));
        }
        for (JsonNode variable : dashboard.at("/templating/list")) {
            Matcher labels = LABELS.matcher(variable.at("/query/query").asText());
            if (labels.matches()) {
                questions.add(new Question(variable.path("name").asText(), labels.group(1)));
            }
        }
        return questions;
    }

    private static Question question(JsonNode of, JsonNode expression) {
        return new Question(of.asText(), expression.asText().replace("$run", ".*"));
    }
}
