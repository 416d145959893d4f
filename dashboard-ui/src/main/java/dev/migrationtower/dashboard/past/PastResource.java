package dev.migrationtower.dashboard.past;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.dashboard.projection.Projection;
import dev.migrationtower.dashboard.record.PastEvents;
import dev.migrationtower.dashboard.run.Looking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A run as it stood, as whoever asks may see it. */
@Path("/api/v1/runs/{run}/past")
class PastResource {
    private final Looking looking;
    private final PastEvents past;

    PastResource(Looking looking, PastEvents past) {
        this.looking = looking;
        this.past = past;
    }

    /**
     * @param at when the newest event that it reflects was decided
     * @param state the same as GET /api/v1/runs/{run}
     */
    record Then(Instant at, RawValue state) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(
            summary = "The whole state of a run as it stood at a revision, or at an instant (ISO 8601 with an offset)")
    public Response at(
            @PathParam("run") String run, @QueryParam("at") @Nullable String at, @Context HttpServerRequest http) {
        Looking.Look look = looking.at(run, http);
        Moment moment = Moment.parse(at == null ? "" : at)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        400,
                        "No moment",
                        "at must be a revision (41) or an instant with its offset (2022-07-23T01:12:44Z), not \"" + at
                                + "\".")));
        PastEvents.Then then = past.asOf(look.run(), moment)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404,
                        "Before the record",
                        "The record of " + run + " begins later. GET /api/v1/runs/" + run
                                + "/past/outline says when.")));
        Perspective perspective = look.admission().perspective();
        String state = then.run().snapshot(perspective).json().toString(StandardCharsets.UTF_8);
        return answer(new Then(then.at(), new RawValue(state)));
    }

    @GET
    @Path("outline")
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(summary = "From when to when the record of a run goes, and where in it something happened")
    public Response outline(@PathParam("run") String run, @Context HttpServerRequest http) {
        Looking.Look look = looking.at(run, http);
        Outline.Builder outline = new Outline.Builder();
        past.walk(look.run(), 0, (event, json) -> {
            outline.add(Projection.of(event, look.admission().perspective()));
            return true;
        });
        return answer(outline.build());
    }

    private static Response answer(Object body) {
        return Response.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Cookie, Authorization")
                .build();
    }
}
