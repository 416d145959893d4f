package dev.migrationtower.core.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that say what came out when somebody last read it and agreed. */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "night");

    private Golden() {}

    static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }

    /** Fails if the file says something else; with {@code -Dgolden.renew} the file is written instead, to be read before it is kept. */
    static void assertSame(String name, String actual) throws IOException {
        if (System.getProperty("golden.renew") != null) {
            Files.writeString(FOLDER.resolve(name), actual);
        }
        assertThat(actual.lines())
                .as(name)
                .containsExactlyElementsOf(read(name).lines().toList());
    }
}
