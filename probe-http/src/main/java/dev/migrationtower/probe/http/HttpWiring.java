package dev.migrationtower.probe.http;

import dev.migrationtower.probe.runtime.Probe;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Puts the parts together. */
final class HttpWiring {
    private HttpWiring() {}

    @Produces
    @Singleton
    static Probe probe(Vertx vertx, HttpConfig config, Clock clock) {
        return new HttpProbe(
                new HttpApi(vertx), new Guards(vertx, config.guards().orElse(List.of())), System::getenv, clock);
    }
}
