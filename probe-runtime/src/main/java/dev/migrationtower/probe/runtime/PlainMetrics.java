package dev.migrationtower.probe.runtime;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;

/** Whoever names no format gets the text that people and linters read, not OpenMetrics; a scraper asks for what it wants. */
final class PlainMetrics {
    private static final int PRIORITY = 100;

    private PlainMetrics() {}

    static void plain(@Observes Filters filters) {
        filters.register(
                context -> {
                    HttpServerRequest request = context.request();
                    String accept = request.getHeader("Accept");
                    if ("/q/metrics".equals(request.path()) && (accept == null || accept.equals("*/*"))) {
                        request.headers().set("Accept", "text/plain");
                    }
                    context.next();
                },
                PRIORITY);
    }
}
