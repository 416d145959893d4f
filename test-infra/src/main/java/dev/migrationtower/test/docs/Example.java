package dev.migrationtower.test.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Something on a page that a reader may take and try.
 *
 * @param page its page, from the root of the repository
 * @param name of the file that a block is, empty if it is none
 */
public record Example(String page, int line, Form form, String name, String text) {
    /** How it stands there. */
    public enum Form {
        /** A block whose fence names a file: {@code ```yaml plan.yaml}. */
        FILE,
        /** A block of commands, or one command in the middle of a sentence. */
        COMMANDS,
        /** A request in the middle of a sentence: {@code GET /api/v1/runs}, or only its path. */
        REQUEST,
        /** A block of a language, that nothing says how to try. */
        NAMELESS
    }

    /** Whether this is how it begins. */
    public boolean begins(String words) {
        return words.equals("*") || name.equals(words) || text.startsWith(words);
    }

    /** Puts it as a file of its name into this folder. */
    public Path in(Path folder) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of its page: the module that it tells of. */
    public String module() {
        Path folder = Path.of(page).getParent();
        return folder == null ? "" : folder.toString();
    }

    @Override
    public String toString() {
        return page + ":" + line + ": "
                + (name.isEmpty() ? text.lines().findFirst().orElse("") : name);
    }
}
