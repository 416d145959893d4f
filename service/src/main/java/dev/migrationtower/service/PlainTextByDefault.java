package dev.migrationtower.service;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Whoever does not ask for OpenMetrics gets Prometheus text. Quarkus has it the other way round, and then {@code curl} gives what
 * {@code promtool check metrics} does not understand.
 */
@ApplicationScoped
class PlainTextByDefault {
    private static final String METRICS = "/q/metrics";
    private static final int BEFORE_ALL_OTHERS = 1_000;

    void register(@Observes Filters filters) {
        filters.register(PlainTextByDefault::choose, BEFORE_ALL_OTHERS);
    }

    private static void choose(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (METRICS.equals(request.path()) && (accept == null || !accept.contains("application/openmetrics-text"))) {
            request.headers().set(HttpHeaders.ACCEPT, "text/plain");
        }
        exchange.next();
    }
}
