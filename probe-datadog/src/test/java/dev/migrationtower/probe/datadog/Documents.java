package dev.migrationtower.probe.datadog;

import dev.migrationtower.simulator.vendor.Reply;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents of Datadog's for what the simulator does not write by itself. */
final class Documents {
    private Documents() {}

    static String log(String id, String time, String attributes) {
        return "{\"id\": \"" + id + "\", \"type\": \"log\", \"attributes\": {\"timestamp\": \"2022-07-23T" + time
                + "Z\", \"message\": \"m\", \"attributes\": {" + attributes + "}}}";
    }

    /** @param after where the next one begins; null: there is none */
    static String page(@Nullable String after, String... logs) {
        return "{\"data\": [" + String.join(", ", logs) + "], \"meta\": {\"status\": \"done\""
                + (after == null ? "" : ", \"page\": {\"after\": \"" + after + "\"}") + "}}";
    }

    static String monitor(String state, String silenced, String downtimes) {
        return "{\"id\": 1, \"name\": \"m\", \"tags\": [\"team:pix\"], \"overall_state\": \"" + state
                + "\", \"options\": {\"silenced\": " + silenced + "}, \"matching_downtimes\": [" + downtimes + "]}";
    }

    static String downtime(String scope, String end) {
        return "{\"id\": 2, \"active\": true, \"scope\": [\"" + scope + "\"], \"end\": " + end + "}";
    }

    /** At 22:44. */
    static Reply dated(String body) {
        return new Reply(200, body, Map.of("Date", "Sat, 23 Jul 2022 20:44:00 GMT"));
    }
}
