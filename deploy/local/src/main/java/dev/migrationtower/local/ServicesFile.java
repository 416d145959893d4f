package dev.migrationtower.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.migrationtower.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code .tower/services.json}: what runs, for scripts and tests; replaced as a whole, so that nobody reads half of it. Thread-safe. */
final class ServicesFile {
    private final Path file;
    private final Map<String, Running> running = new LinkedHashMap<>();

    /**
     * A process that runs.
     *
     * @param pid absent for a Kafka that somebody else runs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Running(
            String name,
            @Nullable Long pid,
            @Nullable String url,
            @Nullable String bootstrap,
            @Nullable String log) {}

    ServicesFile(Path file) {
        this.file = file;
    }

    /** This runs now, in place of what had its name. */
    synchronized void add(Running one) {
        running.put(one.name(), one);
        write();
    }

    /** This runs no more. */
    synchronized void remove(String name) {
        if (running.remove(name) != null) {
            write();
        }
    }

    /** Nothing runs any more. */
    synchronized void delete() {
        running.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private void write() {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(
                    draft,
                    Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(List.copyOf(running.values()))
                            + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
