package dev.migrationtower.dashboard.command;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What idempotency keys stood for, so that one is not used for two things. Each instance remembers its own; another's it knows from
 * the record, by their author only. Thread-safe.
 */
final class UsedKeys {
    private static final int REMEMBERED = 1_000;

    private final Map<String, Meaning> meanings = new LinkedHashMap<>();

    /** @throws ProblemException 422 if the key stood for something else */
    synchronized void require(Command command) {
        Meaning meaning = Meaning.of(command);
        String key = command.run() + "/" + command.id();
        Meaning before = meanings.get(key);
        if (before == null) {
            meanings.put(key, meaning);
            if (meanings.size() > REMEMBERED) {
                meanings.remove(meanings.keySet().iterator().next());
            }
        } else if (!before.equals(meaning)) {
            throw used(command.id());
        }
    }

    /** @throws ProblemException 422 if what the key brought about was asked by somebody else */
    static void requireAuthor(Command command, Event before) {
        if (before.by() != null && !before.by().equals(command.author())) {
            throw used(command.id());
        }
    }

    private static ProblemException used(String key) {
        return new ProblemException(Problem.of(
                422,
                "Key used before",
                "The Idempotency-Key " + key + " stood for something else; nothing was done. Take a new key for a new"
                        + " command."));
    }

    /** Without what differs when the same is asked again. */
    private record Meaning(
            String author,
            @Nullable String reason,
            @Nullable Long revision,
            Action action) {
        static Meaning of(Command command) {
            Action action = command.action() instanceof Action.LoadPlan load
                    ? new Action.LoadPlan(load.yaml(), load.mode(), List.of())
                    : command.action();
            return new Meaning(command.author(), command.reason(), command.revision(), action);
        }
    }
}
