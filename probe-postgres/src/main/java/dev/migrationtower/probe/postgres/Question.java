package dev.migrationtower.probe.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The SQL that is asked, one file each among the resources of this package. */
enum Question {
    ON_CONNECT,
    VISIBILITY,
    SESSIONS,
    COLUMNS,
    SEQUENCES;

    private final String sql;

    Question() {
        String file = name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sql";
        try (InputStream in = Question.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + file + " cannot be read", e);
        }
    }

    String sql() {
        return sql;
    }
}
