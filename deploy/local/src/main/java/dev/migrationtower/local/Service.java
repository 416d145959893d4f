package dev.migrationtower.local;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process that the tower is made of.
 *
 * @param command how to start it
 * @param environment on top of the supervisor's own
 * @param ready answers 200 once the service is ready
 * @param url where a person or a script finds it; absent for Kafka
 * @param bootstrap where a Kafka client finds it; absent for all but Kafka
 * @param onEnd what its end means
 */
record Service(
        String name,
        List<String> command,
        Map<String, String> environment,
        URI ready,
        @Nullable URI url,
        @Nullable String bootstrap,
        OnEnd onEnd) {

    Service {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** What the end of a process means. */
    enum OnEnd {
        /** It died: start it again. */
        RESTART,
        /** Whoever waits for it is told, and it is not started again. */
        GIVE_UP,
        /** The play is over, and everything ends with it. What it prints is for the terminal. */
        END_ALL
    }

    /** Where it can be found, for people. */
    String address() {
        return url != null ? url.toString() : String.valueOf(bootstrap);
    }
}
