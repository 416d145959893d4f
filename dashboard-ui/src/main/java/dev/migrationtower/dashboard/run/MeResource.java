package dev.migrationtower.dashboard.run;

import dev.migrationtower.dashboard.access.Access;
import dev.migrationtower.dashboard.access.Door;
import dev.migrationtower.dashboard.access.Right;
import dev.migrationtower.dashboard.access.Role;
import dev.migrationtower.dashboard.access.Visitor;
import dev.migrationtower.dashboard.access.Visitor.Anonymous;
import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.access.Visitor.Screen;
import dev.migrationtower.dashboard.access.Visitors;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.dashboard.record.RunRecord;
import dev.migrationtower.events.View.RunView;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who asks, as this service sees them. */
@Path("/api/v1/me")
class MeResource {
    private final Visitors visitors;
    private final KnownRuns runs;

    MeResource(Visitors visitors, KnownRuns runs) {
        this.visitors = visitors;
        this.runs = runs;
    }

    /**
     * @param name empty for whoever is nobody we know, or gives their name with each command
     * @param rights what they may do, in the run that was asked for
     * @param csrf what their page sends as {@code X-CSRF-Token} with every command; may be empty
     * @param doors the ways to sign in that there are
     * @param until when they have to sign in again; absent: never
     */
    record Me(
            String name,
            Set<Role> roles,
            List<Right> rights,
            boolean anonymous,
            Perspective view,
            String csrf,
            List<Door> doors,
            @Nullable Instant until) {}

    @GET
    @Operation(summary = "Who asks, what they may do (in a run), and how to sign in")
    public Response me(@QueryParam("run") @Nullable String run, @Context HttpServerRequest http) {
        return Response.ok(me(visitors.of(http), run))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Me me(Visitor visitor, @Nullable String run) {
        List<Door> doors = visitors.doors();
        return switch (visitor) {
            case Person person -> {
                RunView view = run == null
                        ? null
                        : runs.find(run).flatMap(RunRecord::run).orElse(null);
                yield new Me(
                        person.isNamed() ? person.name() : "",
                        new TreeSet<>(Access.rolesIn(view, person)),
                        Access.rightsIn(view, person),
                        false,
                        Perspective.OPERATOR,
                        person.csrf() == null ? "" : person.csrf(),
                        doors,
                        person.until());
            }
            case Screen screen -> new Me("", Set.of(), List.of(), true, Perspective.WALL, "", doors, screen.until());
            case Anonymous ignored -> new Me("", Set.of(), List.of(), true, Perspective.PUBLIC, "", doors, null);
        };
    }
}
