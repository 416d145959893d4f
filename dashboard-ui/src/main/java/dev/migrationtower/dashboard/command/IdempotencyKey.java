package dev.migrationtower.dashboard.command;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of what is sent, which its sender chooses so that sending it twice is doing it once. */
public final class IdempotencyKey {
    private static final int LONGEST = 200;

    private IdempotencyKey() {}

    /** What the header says; a new one if it says nothing. */
    public static String of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return UUID.randomUUID().toString();
        }
        if (header.length() > LONGEST) {
            throw new ProblemException(Problem.of(
                    400,
                    "Key too long",
                    "An Idempotency-Key has at most " + LONGEST + " characters; a UUID does well."));
        }
        return header.strip();
    }
}
