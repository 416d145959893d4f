package dev.migrationtower.dashboard.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every answer tells a browser not to do: run foreign scripts, guess types, tell others the address, show us in a frame. */
@Singleton
class PageHeaders {
    private static final int FIRST = 900;

    private final String policy;

    /** @param importMap the hash of the import map, which a script of ours puts into the page */
    PageHeaders(@ConfigProperty(name = "tower.page.import-map") String importMap) {
        policy = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' '" + importMap + "'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                "manifest-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    void stand(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext exchange) {
        MultiMap headers = exchange.response().headers();
        String path = exchange.request().path();
        // A card is made for frames, and has a policy of its own.
        if (path == null || !path.endsWith("/card")) {
            headers.set("Content-Security-Policy", policy);
        }
        headers.set("X-Content-Type-Options", "nosniff");
        // The address of a wall has its key in it.
        headers.set("Referrer-Policy", "no-referrer");
        exchange.next();
    }
}
