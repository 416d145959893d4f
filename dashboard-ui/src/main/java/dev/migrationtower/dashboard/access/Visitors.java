package dev.migrationtower.dashboard.access;

import dev.migrationtower.dashboard.access.Visitor.Anonymous;
import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.access.Visitor.Screen;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who sends a request, and lets only people whom nobody impersonates change anything. Thread-safe. */
@Singleton
public class Visitors {
    /** The cookie of the session. */
    static final String COOKIE = "tower";

    private static final String BEARER = "Bearer ";

    private final Doors doors;
    private final Tokens tokens;

    Visitors(Doors doors, Tokens tokens) {
        this.doors = doors;
        this.tokens = tokens;
    }

    /** Who sends this request. What is shown and not ours makes nobody of anybody. */
    public Visitor of(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        String wall = request.getParam("wall");
        Cookie cookie = request.getCookie(COOKIE);
        if (authorization != null) {
            return byToken(authorization);
        }
        if (wall != null) {
            return tokens.screen(wall)
                    .map(Visitor.class::cast)
                    .orElseGet(() -> new Anonymous("The link of this screen is over, or is none of ours."));
        }
        Optional<Person> person = cookie == null
                ? Optional.empty()
                : tokens.person(cookie.getValue()).filter(doors::stillLetsIn);
        if (person.isEmpty() && doors.trustsThisMachine() && Caller.of(request).onThisMachine()) {
            return Doors.onThisMachine();
        }
        return person.map(Visitor.class::cast)
                .orElseGet(() -> new Anonymous(cookie == null ? null : "Your session is over."));
    }

    /** Whether what somebody showed still counts; its end by itself is not looked at. */
    public boolean stillLetsIn(Visitor visitor) {
        return !(visitor instanceof Person person) || doors.stillLetsIn(person);
    }

    private Visitor byToken(String authorization) {
        return Optional.of(authorization)
                .filter(header -> header.startsWith(BEARER))
                .flatMap(header -> doors.byServiceToken(header.substring(BEARER.length())))
                .map(Visitor.class::cast)
                .orElseGet(() -> new Anonymous("The token in the header Authorization is not ours."));
    }

    /**
     * The person who asks for a change.
     *
     * @throws ProblemException 401 if it is nobody we know, 403 if a page other than ours may have sent it
     */
    public Person changing(HttpServerRequest request) {
        Caller.of(request).foreignPage().ifPresent(why -> {
            throw new ProblemException(Problem.of(403, "Not from there", why));
        });
        Person person = known(request);
        String shown = request.getHeader("X-CSRF-Token");
        if (person.csrf() != null && (shown == null || !Doors.same(person.csrf(), shown))) {
            throw new ProblemException(Problem.of(
                    403,
                    "Not from our page",
                    "Whoever signed in by a page sends its token with every command: the header X-CSRF-Token, from GET"
                            + " /api/v1/me."));
        }
        return person;
    }

    /**
     * The person who asks.
     *
     * @throws ProblemException 401 if it is nobody we know
     */
    public Person known(HttpServerRequest request) {
        return switch (of(request)) {
            case Person person -> person;
            case Screen ignored -> throw unknown("A screen on a wall shows, and does nothing else.");
            case Anonymous anonymous -> throw unknown(anonymous.why());
        };
    }

    /** That nobody is let in without showing who they are. */
    public ProblemException unknown(@Nullable String why) {
        String how = doors.forPeople().isEmpty()
                ? "Nobody can sign in here yet, so that all is for this machine, by the name localhost: see TOWER_ACCESS_USERS"
                        + " and the other settings of dashboard-ui."
                : "Sign in at /sign-in.";
        return new ProblemException(Problem.of(401, "Sign in", why == null ? how : why + " " + how));
    }

    /** The ways to sign in that there are. */
    public List<Door> doors() {
        return doors.forPeople();
    }

    /** What the link of this id has to carry to show this run on a screen. */
    public String wallToken(String run, String link, Instant until) {
        return tokens.wall(run, link, until);
    }
}
