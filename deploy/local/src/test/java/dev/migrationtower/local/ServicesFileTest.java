package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.local.ServicesFile.Running;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesFileTest {
    @TempDir
    Path folder;

    private Path file;
    private ServicesFile services;

    @BeforeEach
    void open() {
        file = folder.resolve("services.json");
        services = new ServicesFile(file);
    }

    @Test
    void itSaysWhatRunsAndWhere() throws IOException {
        services.add(new Running("kafka", 11L, null, "127.0.0.1:9092", "kafka.log"));
        services.add(new Running("aggregator", 12L, "http://127.0.0.1:8081", null, "aggregator.log"));

        assertThat(read()).isEqualTo(Json.mapper().readTree("""
                                        [
                                          {"name": "kafka", "pid": 11, "bootstrap": "127.0.0.1:9092", "log": "kafka.log"},
                                          {"name": "aggregator", "pid": 12, "url": "http://127.0.0.1:8081", "log": "aggregator.log"}
                                        ]
                                        """));
    }

    @Test
    void aNewLifeReplacesTheOldOne() throws IOException {
        services.add(new Running("kafka", 11L, null, "127.0.0.1:9092", "kafka.log"));
        services.add(new Running("kafka", 13L, null, "127.0.0.1:9092", "kafka.log"));

        assertThat(read()).hasSize(1);
        assertThat(read().get(0).path("pid").longValue()).isEqualTo(13);
    }

    @Test
    void theDeadAreNotListed() throws IOException {
        services.add(new Running("kafka", 11L, null, "127.0.0.1:9092", "kafka.log"));
        services.remove("kafka");

        assertThat(read()).isEmpty();
    }

    private JsonNode read() throws IOException {
        return Json.mapper().readTree(file.toFile());
    }
}
