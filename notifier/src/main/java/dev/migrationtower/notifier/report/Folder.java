package dev.migrationtower.notifier.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** A folder of Markdown files, one a page, for a wiki that lives on files or whoever serves them. */
final class Folder implements Wiki {
    private final Path folder;

    Folder(Path folder) {
        this.folder = folder;
    }

    /** Whoever reads the file meanwhile sees the old one or the new one. */
    @Override
    public void put(Page page) throws IOException {
        Path file = folder.resolve(name(page.title()) + ".md");
        String text = Markdown.of(page);
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".report", ".md");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Letters, digits and dashes: the title is anybody's, and a file name must not lead elsewhere. */
    static String name(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}.]+", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
    }
}
