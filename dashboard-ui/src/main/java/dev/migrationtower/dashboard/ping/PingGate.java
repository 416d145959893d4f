package dev.migrationtower.dashboard.ping;

import dev.migrationtower.dashboard.access.Caller;
import dev.migrationtower.dashboard.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets only those scripts tell of steps who may. */
@Provider
@FromScripts
class PingGate implements ContainerRequestFilter {
    private final HttpServerRequest http;
    private final PingToken token;

    PingGate(HttpServerRequest http, @ConfigProperty(name = "tower.pings.secret") Optional<String> secret) {
        this.http = http;
        this.token = new PingToken(secret);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = Caller.of(http);
        String run = request.getUriInfo().getPathParameters().getFirst("run");
        token.objection(caller, run, request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
    }
}
