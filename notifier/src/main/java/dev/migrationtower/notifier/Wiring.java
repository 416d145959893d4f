package dev.migrationtower.notifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrationtower.events.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What CDI cannot make by itself, started and stopped with the service. */
@Singleton
class Wiring {
    /** HTTP speaks the same JSON as Kafka. */
    @Produces
    @Singleton
    ObjectMapper json() {
        return Json.mapper();
    }

    @Produces
    @Singleton
    Notifier notifier(
            NotifierConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            @ConfigProperty(name = "tower.instance") String instance,
            Vertx vertx,
            MeterRegistry registry,
            Clock clock) {
        return new Notifier(config, connection, instance, vertx, registry, clock);
    }

    void start(@Observes StartupEvent event, Notifier notifier) {
        notifier.start();
    }

    void stop(@Observes ShutdownEvent event, Notifier notifier) throws InterruptedException {
        notifier.stop();
    }
}
