package dev.migrationtower.test.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation, and the examples on it that are files, each by the name that stands in its fence.
 *
 * @param path from the root of the repository; tests run in the folder of their module
 */
public record Page(String path) {

    /** @throws AssertionError if there is none of this name */
    public String example(String name) {
        String page;
        try {
            page = Files.readString(Path.of("..", path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher block = Pattern.compile("```\\w+ " + Pattern.quote(name) + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        if (!block.find()) {
            throw new AssertionError(path + " has no example " + name);
        }
        return block.group(1);
    }

    /** The example as a file in this folder. */
    public Path file(Path folder, String name) {
        try {
            return Files.writeString(folder.resolve(name), example(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
