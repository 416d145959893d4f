package dev.migrationtower.dashboard.command;

import dev.migrationtower.dashboard.access.Access;
import dev.migrationtower.dashboard.access.Caller;
import dev.migrationtower.dashboard.access.Right;
import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.access.Visitors;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.dashboard.run.KnownRuns;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.WallView;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The links by which screens on walls show a run without anybody signing in there. What is kept, and where every instance sees it, is
 * the run itself; the signature in a link is made anew whenever it is shown.
 */
@Path("/api/v1/runs/{run}/wall-links")
class WallLinksResource {
    private static final Duration USUAL = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(31);

    private final KnownRuns runs;
    private final Visitors visitors;
    private final Commands commands;
    private final Clock clock;

    WallLinksResource(KnownRuns runs, Visitors visitors, Commands commands, Clock clock) {
        this.runs = runs;
        this.visitors = visitors;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * @param label where the screen hangs
     * @param until when the link ends; absent: in 24 hours
     */
    record Wanted(@Nullable String label, @Nullable Instant until) {}

    /** @param href the address for the screen, from this service's root on */
    record Link(String id, @Nullable String label, String by, Instant at, Instant until, String href) {}

    @GET
    @Operation(summary = "The links of screens that are open")
    public List<Link> list(@PathParam("run") String run, @Context HttpServerRequest http) {
        Person person = visitors.known(http);
        RunView view = view(run);
        if (!Access.rightsIn(view, person).contains(Right.ADMINISTER)) {
            throw new ProblemException(Problem.of(403, "Not yours to see", "Links of screens are for admins."));
        }
        return walls(view).stream().map(wall -> link(run, wall)).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(summary = "Open a link for a screen; 201 with its address")
    public Response open(
            @PathParam("run") String run,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context HttpServerRequest http,
            Wanted wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant until = wanted.until() == null ? now.plus(USUAL) : wanted.until();
        if (until.isAfter(now.plus(LONGEST))) {
            throw new ProblemException(
                    Problem.of(422, "Too long", "A link of a screen lasts " + LONGEST.toDays() + " days at most."));
        }
        String id = IdempotencyKey.of(key);
        Event event = ask(run, id, null, new Action.OpenWall(wanted.label(), until), http);
        if (event.view() instanceof View.Rejection) {
            return Answer.of(event, Response.Status.OK);
        }
        String by = event.by() == null ? "" : event.by();
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON)
                .entity(Json.write(link(run, new WallView(id, wanted.label(), by, event.at(), until))))
                .build();
    }

    @DELETE
    @Path("{link}")
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(summary = "Close a link; the screens that show it stop at once")
    public Response close(
            @PathParam("run") String run,
            @PathParam("link") String link,
            @QueryParam("reason") @Nullable String reason,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context HttpServerRequest http) {
        Event event = ask(run, IdempotencyKey.of(key), reason, new Action.CloseWall(link), http);
        return Answer.of(event, Response.Status.OK);
    }

    private Event ask(String run, String id, @Nullable String reason, Action action, HttpServerRequest http) {
        Person person = visitors.changing(http);
        Access.objection(person, action, view(run)).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return commands.carryOut(new Command(
                id, run, clock.instant(), person.name(), reason, null, action, person.from(Caller.of(http))));
    }

    private RunView view(String run) {
        return runs.require(run).run().orElseThrow();
    }

    private static List<WallView> walls(RunView view) {
        return view.walls() == null ? List.of() : view.walls();
    }

    private Link link(String run, WallView wall) {
        return new Link(
                wall.id(),
                wall.label(),
                wall.by(),
                wall.at(),
                wall.until(),
                "/runs/" + run + "/wall?wall=" + visitors.wallToken(run, wall.id(), wall.until()));
    }
}
