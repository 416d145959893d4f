package dev.migrationtower.dashboard.metrics;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Hands metrics out as Prometheus text unless OpenMetrics is asked for by name. Quarkus prefers OpenMetrics for whoever takes
 * anything, such as {@code curl}, and Prometheus' linter does not read that.
 */
@Singleton
class PlainTextByDefault {
    private static final int FIRST = 1000;

    void stand(@Observes Filters filters) {
        filters.register(PlainTextByDefault::prefer, FIRST);
    }

    private static void prefer(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String wanted = request.getHeader(HttpHeaders.ACCEPT);
        if ("/q/metrics".equals(request.path()) && (wanted == null || !wanted.contains("openmetrics"))) {
            request.headers().set(HttpHeaders.ACCEPT, "text/plain");
        }
        exchange.next();
    }
}
