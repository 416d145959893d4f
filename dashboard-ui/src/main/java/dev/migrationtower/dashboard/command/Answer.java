package dev.migrationtower.dashboard.command;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.View;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What the aggregator made of a command, as HTTP. */
final class Answer {
    private Answer() {}

    /** The event itself, with this status; a rejection as a problem, with its own. */
    static Response of(Event event, Response.Status status) {
        return event.view() instanceof View.Rejection rejection
                ? refusal(event, rejection)
                : Response.status(status)
                        .type(MediaType.APPLICATION_JSON)
                        .entity(Json.write(event))
                        .build();
    }

    private static Response refusal(Event event, View.Rejection rejection) {
        List<Problem.Item> items = rejection.problems().stream()
                .map(message -> new Problem.Item(null, null, message))
                .toList();
        String title = rejection.status() == 409 ? "The run changed meanwhile" : "Refused";
        return Response.status(rejection.status())
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(title, rejection.status(), event.reason(), items))
                .build();
    }
}
