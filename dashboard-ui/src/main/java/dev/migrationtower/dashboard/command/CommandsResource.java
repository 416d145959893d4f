package dev.migrationtower.dashboard.command;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.run.KnownRuns;
import dev.migrationtower.events.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What people ask of a run. */
@Path("/api/v1/runs/{run}/commands")
class CommandsResource {
    private final KnownRuns runs;
    private final Commands commands;
    private final Clock clock;

    CommandsResource(KnownRuns runs, Commands commands, Clock clock) {
        this.runs = runs;
        this.commands = commands;
        this.clock = clock;
    }

    @POST
    @FromHere
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(
            summary =
                    "Ask something of the run: start, go, waive, comment, ...; answers with the event that came of it")
    public Response give(
            @PathParam("run") String run, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        runs.require(run);
        CommandRequest request = CommandRequest.read(body);
        Event event = commands.carryOut(request.toCommand(IdempotencyKey.of(key), run, clock.instant()));
        return Answer.of(event, Response.Status.OK);
    }
}
