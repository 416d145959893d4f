package dev.migrationtower.core.fold;

import dev.migrationtower.events.RunMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What people said: the plan, and which commands were answered. Changes with a command, never with an observation.
 *
 * @param yaml the plan as it was given
 * @param answered the ids of the newest commands, oldest first, so that none is carried out twice
 */
public record Orders(String yaml, RunMode mode, Instant loadedAt, List<String> answered) {
    /** Far more than anybody repeats: a repeated command comes within minutes, a night has some hundred. */
    private static final int REMEMBERED = 1_000;

    public Orders {
        answered = List.copyOf(answered);
    }

    Orders answering(String command) {
        List<String> ids =
                new ArrayList<>(answered.subList(Math.max(0, answered.size() - REMEMBERED + 1), answered.size()));
        ids.add(command);
        return new Orders(yaml, mode, loadedAt, ids);
    }

    Orders replacing(String newYaml, RunMode newMode) {
        return new Orders(newYaml, newMode, loadedAt, answered);
    }
}
