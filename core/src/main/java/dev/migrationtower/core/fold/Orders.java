package dev.migrationtower.core.fold;

import dev.migrationtower.events.EarlierRun;
import dev.migrationtower.events.RunMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What people said: the plan, and which commands were answered. Changes with a command, never with an observation.
 *
 * @param yaml the plan as it was given
 * @param version how often a plan was given
 * @param loadedAt when the first was
 * @param changedAt when the newest was
 * @param earlier what earlier runs of the plan teach
 * @param answered the ids of the newest commands, oldest first, so that none is carried out twice
 */
public record Orders(
        String yaml,
        int version,
        RunMode mode,
        Instant loadedAt,
        Instant changedAt,
        List<EarlierRun> earlier,
        List<String> answered) {
    /** Far more than anybody repeats: a repeated command comes within minutes, a night has some hundred. */
    private static final int REMEMBERED = 1_000;

    public Orders {
        earlier = List.copyOf(earlier);
        answered = List.copyOf(answered);
    }

    Orders answering(String command) {
        List<String> ids =
                new ArrayList<>(answered.subList(Math.max(0, answered.size() - REMEMBERED + 1), answered.size()));
        ids.add(command);
        return new Orders(yaml, version, mode, loadedAt, changedAt, earlier, ids);
    }

    Orders replacing(String newYaml, RunMode newMode, List<EarlierRun> newEarlier, Instant now) {
        return new Orders(newYaml, version + 1, newMode, loadedAt, now, newEarlier, answered);
    }
}
