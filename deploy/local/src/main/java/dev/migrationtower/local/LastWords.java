package dev.migrationtower.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a process ended, as its log says last: the words of the innermost failure, else the last line. */
final class LastWords {
    private static final Pattern FAILURE = Pattern.compile("\\s*(?:Caused by: )?[\\w.$]+(?:Exception|Error): (.+)");

    private LastWords() {}

    static String in(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.reversed().stream()
                    .map(FAILURE::matcher)
                    .filter(Matcher::matches)
                    .map(failure -> failure.group(1))
                    .findFirst()
                    .or(() -> lines.reversed().stream()
                            .filter(line -> !line.isBlank())
                            .findFirst())
                    .orElse("none");
        } catch (IOException e) {
            return "they cannot be read: " + e.getMessage();
        }
    }
}
