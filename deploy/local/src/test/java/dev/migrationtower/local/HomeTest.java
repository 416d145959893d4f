package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder;

    @Test
    void twoTowersInOneFolderAreRefusedWithWords() {
        try (Home home = Home.take(folder)) {
            assertThatThrownBy(() -> Home.take(folder))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("already runs")
                    .hasMessageContaining("kill " + ProcessHandle.current().pid());
        }
        Home.take(folder).close();
    }

    @Test
    void freshForgetsWhatKafkaKeptAndNoMore() throws IOException {
        try (Home home = Home.take(folder)) {
            Path kept = Files.createDirectories(home.kafka()).resolve("00000000.log");
            Files.writeString(kept, "a record");
            Files.writeString(home.log("kafka"), "words");

            home.forget();

            assertThat(home.kafka()).doesNotExist();
            assertThat(home.log("kafka")).exists();
        }
    }
}
