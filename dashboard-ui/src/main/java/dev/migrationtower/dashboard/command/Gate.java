package dev.migrationtower.dashboard.command;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets only those callers change a run who may. */
@Provider
@FromHere
class Gate implements ContainerRequestFilter {
    private final HttpServerRequest http;
    private final boolean fromAnywhere;

    Gate(
            HttpServerRequest http,
            @ConfigProperty(name = "tower.commands.from-anywhere", defaultValue = "false") boolean fromAnywhere) {
        this.http = http;
        this.fromAnywhere = fromAnywhere;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Caller.of(http).objection(fromAnywhere).ifPresent(why -> {
            throw new ProblemException(Problem.of(403, "Not from there", why));
        });
    }
}
