package dev.migrationtower.dashboard.ping;

import dev.migrationtower.dashboard.command.IdempotencyKey;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.run.KnownRuns;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a script says of its steps. */
@Path("/api/v1/runs/{run}/steps/{lane}/{step}/{signal}")
class PingResource {
    private final KnownRuns runs;
    private final Pings pings;
    private final Clock clock;
    private final String instance;

    PingResource(KnownRuns runs, Pings pings, Clock clock, @ConfigProperty(name = "tower.instance") String instance) {
        this.runs = runs;
        this.pings = pings;
        this.clock = clock;
        this.instance = instance;
    }

    @POST
    @FromScripts
    @Consumes(MediaType.WILDCARD)
    @Produces(Problem.MEDIA_TYPE)
    @Operation(
            summary =
                    "A script tells of its step; 202 when it is recorded. The body is kept as evidence, its first 500 characters")
    public Response ping(
            @PathParam("run") String run,
            @PathParam("lane") String lane,
            @PathParam("step") String step,
            @Parameter(description = "start, alive, done or fail") @PathParam("signal") String signal,
            @Parameter(description = "how far the step is, 0 to 100") @QueryParam("percent") @Nullable String percent,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            byte @Nullable [] body) {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        Outcome.Ping told = new Ping(lane, step, signal, percent, text)
                .told(runs.require(run).run().orElseThrow());
        pings.record(new Observation(
                IdempotencyKey.of(key),
                run,
                Outcome.Ping.PINGS,
                lane,
                Outcome.Ping.PINGS,
                instance,
                clock.instant(),
                0,
                null,
                told,
                null,
                null));
        return Response.accepted().build();
    }
}
