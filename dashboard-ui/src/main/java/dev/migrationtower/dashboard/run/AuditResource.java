package dev.migrationtower.dashboard.run;

import dev.migrationtower.dashboard.access.Refusals;
import dev.migrationtower.dashboard.access.Visitors;
import dev.migrationtower.dashboard.record.PastEvents;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Origin;
import dev.migrationtower.events.View;
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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What people did and tried in a run: what commands with an author first brought about. */
@Path("/api/v1/runs/{run}/audit")
class AuditResource {
    private final KnownRuns runs;
    private final Visitors visitors;
    private final PastEvents past;
    private final Refusals refusals;

    AuditResource(KnownRuns runs, Visitors visitors, PastEvents past, Refusals refusals) {
        this.runs = runs;
        this.visitors = visitors;
        this.past = past;
        this.refusals = refusals;
    }

    /**
     * @param command the idempotency key of what was asked
     * @param refused whether it was not carried out; {@code what} says why
     */
    record Entry(
            long revision,
            Instant at,
            @Nullable String by,
            @Nullable Origin from,
            String type,
            String subject,
            String what,
            @Nullable String command,
            boolean refused) {
        static Entry of(Event event) {
            return new Entry(
                    event.revision(),
                    event.at(),
                    event.by(),
                    event.from(),
                    event.type().ceType(),
                    event.subject(),
                    event.reason(),
                    event.cause(),
                    event.view() instanceof View.Rejection);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Who asked what of a run, when and whence, refused or not, oldest first")
    public List<Entry> json(
            @PathParam("run") String run,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("1000") int limit,
            @Context HttpServerRequest http) {
        visitors.known(http);
        EventsResource.requireRange(after, limit);
        Set<String> told = new HashSet<>();
        return past.read(runs.require(run), after, limit, event -> isDeed(event, told)).stream()
                .map(Entry::of)
                .toList();
    }

    /** What this instance refused since it runs, before it got as far as the record, oldest first. */
    @GET
    @Path("refused")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What this instance refused since it runs, before it got as far as the record, oldest first")
    public List<Refusals.Refusal> refused(@PathParam("run") String run, @Context HttpServerRequest http) {
        visitors.known(http);
        return refusals.of(runs.require(run).id());
    }

    /** The first event that a command brought about is what was asked; the others are what followed. */
    private static boolean isDeed(Event event, Set<String> told) {
        return event.by() != null && (event.cause() == null || told.add(event.cause()));
    }

    @GET
    @Produces(EventsResource.NDJSON)
    @Operation(hidden = true)
    public byte[] lines(
            @PathParam("run") String run,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("1000") int limit,
            @Context HttpServerRequest http) {
        List<Buffer> entries = json(run, after, limit, http).stream()
                .map(entry -> Buffer.buffer(Json.write(entry)))
                .toList();
        return EventsResource.joined("", "\n", entries.isEmpty() ? "" : "\n", entries);
    }
}
