package dev.migrationtower.aggregator.topology;

import dev.migrationtower.core.fold.Input;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Ids;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a record as an input of a run. Pure. */
final class Inbox {
    private Inbox() {}

    /** What arrived, and for which run. */
    record Arrival(String run, Input input) {}

    /**
     * Reads a record of {@link Topic#COMMANDS} or {@link Topic#OBSERVATIONS}. The key must be the run that the value names: it
     * chose the partition, and a run has its place in one partition only.
     *
     * @throws UnreadableException if it is neither, with what is wrong
     */
    static Arrival read(String topic, byte @Nullable [] key, byte @Nullable [] value) throws UnreadableException {
        if (value == null) {
            throw new UnreadableException("there is no value", null);
        }
        try {
            if (topic.equals(Topic.COMMANDS.topicName())) {
                Command command = Json.read(value, Command.class);
                return arrival(Ids.require("run", command.run()), key, new Input.Told(command));
            }
            Observation observation = Json.read(value, Observation.class);
            return arrival(observation.key().run(), key, new Input.Seen(observation));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Arrival arrival(String run, byte @Nullable [] key, Input input) throws UnreadableException {
        if (!Arrays.equals(run.getBytes(StandardCharsets.UTF_8), key)) {
            String is = key == null ? "absent" : '"' + new String(key, StandardCharsets.UTF_8) + '"';
            throw new UnreadableException(
                    "the key is " + is + "; it must be the run of the value, \"" + run + '"', null);
        }
        return new Arrival(run, input);
    }
}
