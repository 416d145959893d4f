package dev.migrationtower.dashboard.run;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.dashboard.projection.Projection;
import dev.migrationtower.dashboard.record.Snapshot;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The runs as they stand now, as whoever asks may see them. */
@Path("/api/v1/runs")
class RunsResource {
    private static final String ASK_AGAIN = "no-cache";

    private final Looking looking;

    RunsResource(Looking looking) {
        this.looking = looking;
    }

    @GET
    @Operation(summary = "All runs, the one whose plan was loaded last first")
    public List<RunSummary> list(@Context HttpServerRequest http) {
        return looking.all(http).stream()
                .map(look ->
                        RunSummary.of(look.run().run().orElseThrow(), look.run().revision()))
                .toList();
    }

    @GET
    @Path("{run}")
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(summary = "The whole state of a run; its revision is the ETag")
    public Response state(@PathParam("run") String run, @Context Request request, @Context HttpServerRequest http) {
        Looking.Look look = looking.at(run, http);
        Perspective perspective = look.admission().perspective();
        Snapshot snapshot = look.run().snapshot(perspective);
        EntityTag revision = new EntityTag(
                snapshot.revision() + (perspective == Perspective.OPERATOR ? "" : "-" + perspective.word()));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(revision);
        return (unchanged != null
                        ? unchanged
                        : Response.ok(snapshot.json().getBytes(), MediaType.APPLICATION_JSON_TYPE)
                                .tag(revision))
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .header(HttpHeaders.VARY, "Cookie, Authorization")
                .build();
    }

    @GET
    @Path("{run}/badge.svg")
    @Produces({"image/svg+xml", Problem.MEDIA_TYPE})
    @Operation(summary = "Where a run stands, as a small picture for other pages; shows what the public may see")
    public Response badge(@PathParam("run") String run, @Context HttpServerRequest http) {
        Badge badge = Badge.of(Projection.of(looking.at(run, http).run().run().orElseThrow()));
        return Response.ok(badge.svg(), "image/svg+xml")
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .build();
    }
}
