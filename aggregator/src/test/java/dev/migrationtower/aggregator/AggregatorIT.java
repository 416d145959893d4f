package dev.migrationtower.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service as a whole, alone: nothing listens where its configuration says that Kafka is. */
@QuarkusTest
class AggregatorIT {
    @TestHTTPResource
    URI root;

    @Test
    void withoutKafkaItIsAliveButNotReadyAndSaysWhy() throws Exception {
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);

        HttpResponse<String> ready = get("/q/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("kafka-streams").containsAnyOf("starting", "does not answer");
    }

    @Test
    void everyMetricHasAHelpTextAndAProperName() throws Exception {
        List<String> metrics = get("/q/metrics").body().lines().toList();

        List<String> names = metrics.stream()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .toList();
        assertThat(names).contains("migration_run_state", "tower_ticks_failed_total", "jvm_memory_used_bytes");
        assertThat(names)
                .allSatisfy(name -> assertThat(metrics).anyMatch(line -> line.matches("# HELP " + name + " .*\\S.*")));
        assertThat(metrics)
                .filteredOn(line -> line.startsWith("# TYPE ") && line.endsWith(" counter"))
                .allMatch(line -> line.contains("_total "));
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
        }
    }
}
