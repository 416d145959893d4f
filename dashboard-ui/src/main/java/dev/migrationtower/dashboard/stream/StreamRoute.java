package dev.migrationtower.dashboard.stream;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.dashboard.run.Looking;
import dev.migrationtower.dashboard.run.Looking.Look;
import dev.migrationtower.events.Json;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/runs/{run}/stream}. */
@Singleton
class StreamRoute {
    private final Looking looking;
    private final Audience audience;
    private final StreamMetrics metrics;
    private final StreamConfig config;

    StreamRoute(Looking looking, Audience audience, StreamMetrics metrics, StreamConfig config) {
        this.looking = looking;
        this.audience = audience;
        this.metrics = metrics;
        this.config = config;
    }

    void stand(@Observes Router router) {
        router.get("/api/v1/runs/:run/stream").handler(this::open);
    }

    private void open(RoutingContext request) {
        try {
            if (metrics.viewers() >= config.viewers()) {
                throw new ProblemException(full());
            }
            stream(
                    looking.at(Objects.requireNonNull(request.pathParam("run"), "the route has it"), request.request()),
                    request);
        } catch (ProblemException e) {
            refuse(request.response(), e.problem());
        }
    }

    private void stream(Look look, RoutingContext request) {
        HttpServerResponse response = request.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-cache")
                // Tells nginx and its kin not to hold frames back.
                .putHeader("X-Accel-Buffering", "no");
        Context context = request.vertx().getOrCreateContext();
        Wire wire = new HttpWire(request.request());
        Viewer viewer = new Viewer(look.run(), look.admission(), wire, lastSeen(request), metrics::sent);
        response.drainHandler(ignored -> viewer.pump());
        request.addEndHandler(ignored -> audience.goodbye(viewer, context));
        audience.welcome(viewer, wire, context);
    }

    private Problem full() {
        return Problem.of(
                503,
                "Too many browsers",
                "This instance shows runs to %d browsers, as many as TOWER_STREAM_VIEWERS lets it. Ask again in a moment; whoever"
                                .formatted(config.viewers())
                        + " runs the tower can start another instance of dashboard-ui beside it.");
    }

    /** What is no revision is no place to go on from. */
    private static @Nullable Long lastSeen(RoutingContext request) {
        String header = request.request().getHeader("Last-Event-ID");
        String text = header != null ? header : request.request().getParam("last_event_id");
        try {
            return text == null ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static void refuse(HttpServerResponse response, Problem problem) {
        response.setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        if (problem.status() == 503) {
            response.putHeader("Retry-After", "1");
        }
        response.end(Buffer.buffer(Json.write(problem)));
    }
}
