package dev.migrationtower.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code ./tower up --plan}: gives a plan to the tower as soon as it takes one. The run has the id of the plan, so that starting the
 * tower again with the same plan goes on with the same run.
 *
 * @param run the id of the run
 * @param yaml the plan
 * @param token what shows the tower that it may
 */
record Upload(String run, String yaml, String token) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Reads the file.
     *
     * @throws Refusal if it holds no plan that makes sense
     */
    static Upload of(Path file, Keys keys) {
        PlanFile plan = PlanFile.read(file.toString(), System.in);
        return new Upload(plan.plan().id(), plan.yaml(), keys.service());
    }

    /** Uploads it, again and again until the tower has it or refuses it; returns what there is to tell. */
    String to(URI page) throws InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(page.resolve("/api/v1/runs/" + run + "/plan"))
                    .timeout(PATIENCE)
                    .header("Content-Type", "text/yaml")
                    .header("Authorization", "Bearer " + token)
                    .PUT(HttpRequest.BodyPublishers.ofString(yaml))
                    .build();
            while (true) {
                try {
                    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() < 300) {
                        return "The plan is loaded: " + page.resolve("/runs/" + run);
                    }
                    if (answer.statusCode() < 500) {
                        return "The plan was refused (HTTP " + answer.statusCode() + "): " + answer.body();
                    }
                } catch (IOException e) {
                    // not there yet, or restarting: its readiness says so
                }
                Thread.sleep(500);
            }
        }
    }
}
