package dev.migrationtower.dashboard.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Origin;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A command as a body of JSON says it: the action's own fields, with {@code reason}, {@code revision} and {@code author} beside. */
record CommandRequest(
        Action action,
        @Nullable String reason,
        @Nullable Long revision,
        @Nullable String author) {

    private static final Pattern CRITERION = Pattern.compile("(check/[^/]+(/[^/]+)?|task/[^/]+|step/[^/]+/[^/]+)");

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 if it is no JSON, 422 if it is no command that can be given this way
     */
    static CommandRequest read(byte[] body) {
        JsonNode json = tree(body);
        try {
            Said said = Json.mapper().treeToValue(json, Said.class);
            Action action = Json.mapper().treeToValue(json, Action.class);
            require(action, said);
            return new CommandRequest(action, said.reason(), said.revision(), said.author());
        } catch (JsonProcessingException e) {
            throw refused(ActionForm.of(json.path("type").asText()) + " " + firstLine(e));
        }
    }

    private static void require(Action action, Said said) {
        if (action instanceof Action.LoadPlan) {
            throw refused("A plan is loaded by PUT /api/v1/runs/{run}/plan.");
        }
        if (action.needsReason() && (said.reason() == null || said.reason().isBlank())) {
            throw refused("It needs a reason: whoever reads the record later must not have to guess.");
        }
        if (action instanceof Action.Waive waive
                && !CRITERION.matcher(waive.criterion()).matches()) {
            throw refused("criterion is check/<check>, check/<check>/<item>, task/<task> or step/<lane>/<step>, not \""
                    + waive.criterion() + "\".");
        }
    }

    /** The command itself, by whoever asks; the author whom the body names is only a wish. */
    Command toCommand(String id, String run, Instant at, String by, Origin from) {
        return new Command(id, run, at, by, reason, revision, action, from);
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode json = Json.mapper().readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
            throw noJson("it is no JSON object");
        } catch (JsonProcessingException e) {
            throw noJson(firstLine(e));
        } catch (IOException e) {
            throw noJson(String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException noJson(String why) {
        return new ProblemException(Problem.of(400, "No JSON", "The body cannot be read: " + why));
    }

    private static ProblemException refused(String why) {
        return new ProblemException(Problem.of(422, "No such command", why));
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }

    private record Said(
            @Nullable String reason,
            @Nullable Long revision,
            @Nullable String author) {}
}
