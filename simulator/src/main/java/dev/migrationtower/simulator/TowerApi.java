package dev.migrationtower.simulator;

import dev.migrationtower.events.Json;
import dev.migrationtower.events.UnreadableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One run, over the tower's HTTP API, with patience: the tower may still be starting, or be killed and come back, between any two
 * words. What is asked again has the same idempotency key, so that it is done once.
 */
final class TowerApi {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final String AUTHOR = "autopilot";

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI tower;
    private final String run;
    private final Duration patience;

    /**
     * @param patience how long nothing may change before the play is given up
     */
    TowerApi(URI tower, String run, Duration patience) {
        this.tower = tower;
        this.run = run;
        this.patience = patience;
    }

    /** Waits until the run is so. */
    Standing await(String what, Predicate<Standing> is) throws InterruptedException {
        Standing last = null;
        for (long begin = System.nanoTime(); System.nanoTime() - begin < patience.toNanos(); Thread.sleep(POLL)) {
            Standing now = now();
            if (now != null && is.test(now)) {
                return now;
            }
            last = now == null ? last : now;
        }
        throw new StuckException(what + " did not happen within " + patience.toMinutes() + " minutes; "
                + (last == null ? "the tower did not answer at " + tower : last));
    }

    /** Loads the plan. */
    void load(String plan) throws InterruptedException {
        HttpRequest request = request("/plan?mode=simulation")
                .header("Content-Type", "text/yaml")
                .PUT(BodyPublishers.ofString(plan))
                .build();
        HttpResponse<String> answer = patiently("load the plan", request);
        if (answer.statusCode() >= 300) {
            throw new StuckException("The tower refuses the demo's plan: " + answer.body());
        }
    }

    /** Begins the run. */
    void start(String reason) throws InterruptedException {
        HttpResponse<String> answer = command("start", Map.of("type", "start", "author", AUTHOR, "reason", reason));
        // a person was quicker: as good
        if (answer.statusCode() >= 300
                && now() instanceof Standing now
                && now.view().startedAt() == null) {
            throw new StuckException("The tower refuses to start the run: " + answer.body());
        }
    }

    /**
     * Says go at a gate, as it was seen; if it changed meanwhile the tower refuses, and nothing happens.
     *
     * @param seen the revision of the run that the decision is made on
     */
    void go(String phase, long seen, String reason) throws InterruptedException {
        command(
                "go-" + phase + "-" + seen,
                Map.of("type", "go", "phase", phase, "author", AUTHOR, "reason", reason, "revision", seen));
    }

    /** Says that a task is done, with what shows it. */
    void done(String phase, String task, String evidence) throws InterruptedException {
        command(
                "done-" + phase + "-" + task,
                Map.of("type", "done", "phase", phase, "task", task, "author", AUTHOR, "evidence", evidence));
    }

    private HttpResponse<String> command(String key, Map<String, Object> body) throws InterruptedException {
        return patiently(
                key,
                request("/commands")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", run + "-" + key)
                        .POST(BodyPublishers.ofByteArray(Json.write(body)))
                        .build());
    }

    /** Asks until the tower answers for itself: no answer, 5xx, or 404 from a dashboard that is still reading mean later. */
    private HttpResponse<String> patiently(String what, HttpRequest request) throws InterruptedException {
        String last = "no answer from " + tower;
        for (long begin = System.nanoTime(); System.nanoTime() - begin < patience.toNanos(); Thread.sleep(POLL)) {
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 500 && answer.statusCode() != 404) {
                    return answer;
                }
                last = "HTTP " + answer.statusCode() + " " + answer.body();
            } catch (IOException e) {
                last = "no answer from " + tower + ": " + e;
            }
        }
        throw new StuckException("The tower could not be asked to " + what + ": " + last);
    }

    /** The run as it is; null while nobody can tell. */
    private @Nullable Standing now() throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request("").build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Json.read(answer.body(), Standing.class) : null;
        } catch (IOException e) {
            return null;
        } catch (UnreadableException e) {
            throw new StuckException("The tower's answer cannot be understood: " + e.getMessage());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(tower.resolve("/api/v1/runs/" + run + path))
                .timeout(ANSWER);
    }
}
