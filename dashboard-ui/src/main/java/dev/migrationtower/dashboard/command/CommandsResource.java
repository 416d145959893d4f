package dev.migrationtower.dashboard.command;

import dev.migrationtower.dashboard.access.Access;
import dev.migrationtower.dashboard.access.Caller;
import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.access.Visitors;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.dashboard.run.KnownRuns;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.View.RunView;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What people ask of a run. */
@Path("/api/v1/runs/{run}/commands")
class CommandsResource {
    private final KnownRuns runs;
    private final Visitors visitors;
    private final Commands commands;
    private final Clock clock;

    CommandsResource(KnownRuns runs, Visitors visitors, Commands commands, Clock clock) {
        this.runs = runs;
        this.visitors = visitors;
        this.commands = commands;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(
            summary =
                    "Ask something of the run: start, go, waive, comment, ...; answers with the event that came of it")
    public Response give(
            @PathParam("run") String run,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context HttpServerRequest http,
            byte[] body) {
        Person known = visitors.changing(http);
        RunView view = runs.require(run).run().orElseThrow();
        CommandRequest request = CommandRequest.read(body);
        Person person = known.calling(request.author());
        Access.objection(person, request.action(), view).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        Event event = commands.carryOut(request.toCommand(
                IdempotencyKey.of(key), run, clock.instant(), person.name(), person.from(Caller.of(http))));
        return Answer.of(event, Response.Status.OK);
    }
}
