package dev.migrationtower.dashboard.run;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.dashboard.record.PastEvents;
import dev.migrationtower.dashboard.record.RunRecord;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The record of a run, event by event, as far back as there are any. */
@Path("/api/v1/runs/{run}/events")
class EventsResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final int MOST = 10_000;

    private final KnownRuns runs;
    private final PastEvents past;

    EventsResource(KnownRuns runs, PastEvents past) {
        this.runs = runs;
        this.past = past;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The events of a run from a revision on, oldest first")
    public byte[] json(
            @PathParam("run") String run,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        return joined("[", ",", "]", read(run, after, limit));
    }

    @GET
    @Produces(NDJSON)
    @Operation(hidden = true)
    public byte[] lines(
            @PathParam("run") String run,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        List<Buffer> events = read(run, after, limit);
        return joined("", "\n", events.isEmpty() ? "" : "\n", events);
    }

    private List<Buffer> read(String run, long after, int limit) {
        RunRecord record = runs.require(run);
        if (after < 0 || limit < 1 || limit > MOST) {
            throw new ProblemException(Problem.of(
                    400,
                    "Out of range",
                    "after must be 0 or more, limit 1 to " + MOST + "; got after=" + after + ", limit=" + limit + "."));
        }
        return past.read(record, after, limit);
    }

    private static byte[] joined(String open, String between, String close, List<Buffer> events) {
        Buffer all = Buffer.buffer(open);
        String separator = "";
        for (Buffer event : events) {
            all.appendString(separator).appendBuffer(event);
            separator = between;
        }
        return all.appendString(close).getBytes();
    }
}
