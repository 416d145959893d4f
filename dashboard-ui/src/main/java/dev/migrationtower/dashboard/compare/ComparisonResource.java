package dev.migrationtower.dashboard.compare;

import dev.migrationtower.dashboard.access.Visitors;
import dev.migrationtower.dashboard.course.Course;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.dashboard.record.PastEvents;
import dev.migrationtower.dashboard.run.KnownRuns;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** How a run differs from another; for people who may see all of both. */
@Path("/api/v1/runs/{run}/comparison")
class ComparisonResource {
    private final Visitors visitors;
    private final KnownRuns runs;
    private final PastEvents past;

    ComparisonResource(Visitors visitors, KnownRuns runs, PastEvents past) {
        this.visitors = visitors;
        this.runs = runs;
        this.past = past;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(summary = "A run beside another: durations, waits, breaches, flips, and what differs in their plans")
    public Comparison with(
            @PathParam("run") String run, @QueryParam("with") @Nullable String other, @Context HttpServerRequest http) {
        visitors.known(http);
        if (other == null) {
            throw new ProblemException(Problem.of(400, "With which run?", "with must be the id of another run."));
        }
        return Comparison.of(course(run), course(other));
    }

    private Course course(String run) {
        Course course = new Course();
        past.walk(runs.require(run), 0, (event, json) -> {
            course.take(event);
            return true;
        });
        if (course.run().isEmpty()) {
            throw new ProblemException(
                    Problem.of(409, "Nothing to compare", "The record of " + run + " has not told what the run is."));
        }
        return course;
    }
}
