package dev.migrationtower.dashboard.run;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.dashboard.projection.Projection;
import dev.migrationtower.dashboard.record.PastEvents;
import dev.migrationtower.events.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The record of a run, event by event, as far back as there are any. */
@Path("/api/v1/runs/{run}/events")
class EventsResource {
    static final String NDJSON = "application/x-ndjson";
    private static final int MOST = 10_000;

    private final Looking looking;
    private final PastEvents past;

    EventsResource(Looking looking, PastEvents past) {
        this.looking = looking;
        this.past = past;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The events of a run from a revision on, oldest first")
    public byte[] json(
            @PathParam("run") String run,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("1000") int limit,
            @Context HttpServerRequest http) {
        return joined("[", ",", "]", read(looking.at(run, http), after, limit));
    }

    @GET
    @Produces(NDJSON)
    @Operation(hidden = true)
    public byte[] lines(
            @PathParam("run") String run,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("1000") int limit,
            @Context HttpServerRequest http) {
        List<Buffer> events = read(looking.at(run, http), after, limit);
        return joined("", "\n", events.isEmpty() ? "" : "\n", events);
    }

    private List<Buffer> read(Looking.Look look, long after, int limit) {
        requireRange(after, limit);
        return past.read(look.run(), after, limit, event -> true).stream()
                .map(event -> Buffer.buffer(
                        Json.write(Projection.of(event, look.admission().perspective()))))
                .toList();
    }

    /** @throws ProblemException 400 if it is no range that can be read at once */
    static void requireRange(long after, int limit) {
        if (after < 0 || limit < 1 || limit > MOST) {
            throw new ProblemException(Problem.of(
                    400,
                    "Out of range",
                    "after must be 0 or more, limit 1 to " + MOST + "; got after=" + after + ", limit=" + limit + "."));
        }
    }

    static byte[] joined(String open, String between, String close, List<Buffer> events) {
        Buffer all = Buffer.buffer(open);
        String separator = "";
        for (Buffer event : events) {
            all.appendString(separator).appendBuffer(event);
            separator = between;
        }
        return all.appendString(close).getBytes();
    }
}
