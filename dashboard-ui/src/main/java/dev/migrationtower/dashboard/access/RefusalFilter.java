package dev.migrationtower.dashboard.access;

import dev.migrationtower.dashboard.problem.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sees every request for a change that is refused. It stands before the configuration is read, hence the providers. */
@Singleton
class RefusalFilter {
    private final Provider<Refusals> refusals;
    private final Provider<CurrentVertxRequest> current;

    RefusalFilter(Provider<Refusals> refusals, Provider<CurrentVertxRequest> current) {
        this.refusals = refusals;
        this.current = current;
    }

    @ServerResponseFilter
    public void look(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getMethod().equals(HttpMethod.GET) && response.getEntity() instanceof Problem problem) {
            refusals.get().note(request.getMethod(), current.get().getCurrent().request(), problem);
        }
    }
}
