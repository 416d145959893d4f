package dev.migrationtower.dashboard.page;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** The page is one document, whatever its address names; it reads from the address itself what to show. */
@ApplicationScoped
class PageRoutes {
    private static final List<String> ADDRESSES =
            List.of("/runs/:run", "/runs/:run/wall", "/runs/:run/compare", "/sign-in");

    void stand(@Observes Router router) {
        ADDRESSES.forEach(address -> router.get(address).handler(request -> request.reroute("/")));
    }
}
