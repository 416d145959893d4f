package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {
    @TempDir
    Path folder;

    @Test
    void theInnermostFailureIsTheCause() throws Exception {
        assertThat(words("""
                ERROR Failed to start: java.lang.RuntimeException: Failed to start quarkus
                \tat Application.start(Application.java:1)
                Caused by: java.lang.IllegalArgumentException: tower.ovh.accounts.default has only some keys
                \tat Frame.start(Frame.java:1)
                \t... 9 more
                """)).isEqualTo("tower.ovh.accounts.default has only some keys");
    }

    @Test
    void withoutAFailureTheLastLineIs() throws Exception {
        assertThat(words("Listening\nKilled\n\n")).isEqualTo("Killed");
        assertThat(words("")).isEqualTo("none");
    }

    private String words(String log) throws Exception {
        return LastWords.in(Files.writeString(folder.resolve("service.log"), log));
    }
}
