package dev.migrationtower.dashboard.page;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The page is one document, whatever run its address names; it reads the run from the address itself. */
@ApplicationScoped
class PageRoutes {
    void stand(@Observes Router router) {
        router.get("/runs/:run").handler(request -> request.reroute("/"));
    }
}
