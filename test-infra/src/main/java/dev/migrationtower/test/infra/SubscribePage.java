package dev.migrationtower.test.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of {@code docs/subscribe.md}, each as a file by the name that stands above it. */
public final class SubscribePage {
    private static final Path PAGE = Path.of("..", "docs", "subscribe.md");

    private SubscribePage() {}

    public static String example(String name) {
        String page;
        try {
            page = Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher block = Pattern.compile("```\\w+ " + Pattern.quote(name) + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        if (!block.find()) {
            throw new AssertionError(PAGE + " has no example " + name);
        }
        return block.group(1);
    }

    /** The example as a file in this folder. */
    public static Path file(Path folder, String name) {
        try {
            return Files.writeString(folder.resolve(name), example(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
