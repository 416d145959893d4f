package dev.migrationtower.acceptance;

import dev.migrationtower.test.docs.Example;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of {@code examples.txt}: why {@link DocsIT} does not type some examples.
 *
 * @param who the test that takes them, or a dash and the reason why there is none
 */
record Excuse(String page, String begin, String who) {
    static List<Excuse> all() {
        try (InputStream lines = Objects.requireNonNull(Excuse.class.getResourceAsStream("/examples.txt"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", 3))
                    .map(cells -> new Excuse(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first that covers it. */
    static Optional<Excuse> of(Example example) {
        return all().stream().filter(excuse -> excuse.covers(example)).findFirst();
    }

    boolean covers(Example example) {
        return page.equals(example.page()) && example.begins(begin);
    }

    /** Whether nobody tries them. */
    boolean untried() {
        return who.startsWith("- ");
    }
}
