package dev.migrationtower.dashboard.access;

import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** Signing in and out. Whatever the door, what comes of it is the same: a session in a cookie that no script reads. */
@Path("/")
class SignInResource {
    private static final Logger LOG = Logger.getLogger(SignInResource.class);
    private static final URI HOME = URI.create("/");

    private final Doors doors;
    private final Tokens tokens;
    private final Visitors visitors;
    private final SecurityIdentity identity;
    private final Clock clock;
    /** A password takes a core for a while; guessing must not take all of them. */
    private final Semaphore checking = new Semaphore(2);

    SignInResource(Doors doors, Tokens tokens, Visitors visitors, SecurityIdentity identity, Clock clock) {
        this.doors = doors;
        this.tokens = tokens;
        this.visitors = visitors;
        this.identity = identity;
        this.clock = clock;
    }

    /** What somebody types. */
    record Credentials(String name, String password) {
        /** Does not show it. */
        @Override
        public String toString() {
            return name;
        }
    }

    @POST
    @Path("api/v1/sign-in")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(Problem.MEDIA_TYPE)
    @Operation(
            summary =
                    "Sign in by name and password; 204 with the session's cookie, 401 if they are wrong, 429 after too many")
    public Response byPassword(Credentials typed, @Context HttpServerRequest http) throws InterruptedException {
        Caller caller = Caller.of(http);
        caller.foreignPage().ifPresent(why -> {
            throw new ProblemException(Problem.of(403, "Not from there", why));
        });
        if (doors.pausing(typed.name(), caller.address())) {
            throw new ProblemException(Problem.of(
                    429,
                    "Too often",
                    "That was wrong " + Attempts.MOST + " times; try again in " + Attempts.PAUSE.toSeconds() + " s."));
        }
        checking.acquire();
        try {
            Person person = doors.byPassword(typed.name(), typed.password(), caller.address())
                    .orElseThrow(() -> new ProblemException(
                            Problem.of(401, "Wrong", "There is nobody of this name and password.")));
            return Response.noContent().cookie(session(person, http)).build();
        } finally {
            checking.release();
        }
    }

    @GET
    @Path("sign-in/link/{secret}")
    @Operation(hidden = true)
    public Response byLink(@PathParam("secret") String secret, @Context HttpServerRequest http) {
        Person person = doors.byLink(secret)
                .orElseThrow(
                        () -> new ProblemException(
                                Problem.of(
                                        401,
                                        "Used or wrong",
                                        "This link lets one person in, once. Whoever runs the tower gets another by starting it again.")));
        return in(person, http);
    }

    @GET
    @Path("sign-in/company")
    @Authenticated
    @Operation(hidden = true)
    public Response byCompany(@Context HttpServerRequest http) {
        Person person = doors.byCompany(identity.getPrincipal().getName(), identity.getRoles());
        if (!doors.stillLetsIn(person)) {
            throw new ProblemException(Problem.of(
                    403, "Barred", person.name() + " is not let in here: the users' file of this service says so."));
        }
        return in(person, http);
    }

    @POST
    @Path("api/v1/sign-out")
    @Operation(summary = "End the session of this browser")
    public Response out(@Context HttpServerRequest http) {
        visitors.changing(http);
        return Response.noContent().cookie(cookie("", Duration.ZERO, http)).build();
    }

    private Response in(Person person, HttpServerRequest http) {
        return Response.seeOther(HOME)
                .cookie(session(person, http))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private NewCookie session(Person person, HttpServerRequest http) {
        LOG.infof(
                "%s signed in by %s from %s",
                person.name(), person.door().word(), Caller.of(http).address());
        Instant until = Objects.requireNonNull(person.until(), "a session ends");
        return cookie(tokens.session(person), Duration.between(clock.instant(), until), http);
    }

    private static NewCookie cookie(String value, Duration age, HttpServerRequest http) {
        return new NewCookie.Builder(Visitors.COOKIE)
                .value(value)
                .path("/")
                .maxAge((int) age.toSeconds())
                .httpOnly(true)
                .secure("https".equals(http.scheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
