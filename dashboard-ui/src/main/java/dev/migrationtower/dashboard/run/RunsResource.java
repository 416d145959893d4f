package dev.migrationtower.dashboard.run;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.record.RunRecord;
import dev.migrationtower.dashboard.record.Snapshot;
import dev.migrationtower.events.View.RunView;
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

/** The runs as they stand now. */
@Path("/api/v1/runs")
class RunsResource {
    private static final String ASK_AGAIN = "no-cache";

    private final KnownRuns runs;

    RunsResource(KnownRuns runs) {
        this.runs = runs;
    }

    @GET
    @Operation(summary = "All runs, the one whose plan was loaded last first")
    public List<RunSummary> list() {
        return runs.newestFirst().stream()
                .map(record -> RunSummary.of(record.run().orElseThrow(), record.revision()))
                .toList();
    }

    @GET
    @Path("{run}")
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(summary = "The whole state of a run; its revision is the ETag")
    public Response state(@PathParam("run") String run, @Context Request request) {
        Snapshot snapshot = runs.require(run).snapshot();
        EntityTag revision = new EntityTag(Long.toString(snapshot.revision()));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(revision);
        return (unchanged != null
                        ? unchanged
                        : Response.ok(snapshot.json().getBytes(), MediaType.APPLICATION_JSON_TYPE)
                                .tag(revision))
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .build();
    }

    @GET
    @Path("{run}/badge.svg")
    @Produces({"image/svg+xml", Problem.MEDIA_TYPE})
    @Operation(summary = "Where a run stands, as a small picture for other pages")
    public Response badge(@PathParam("run") String run) {
        RunRecord record = runs.require(run);
        RunView view = record.run().orElseThrow();
        return Response.ok(Badge.of(view).svg(), "image/svg+xml")
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .build();
    }
}
