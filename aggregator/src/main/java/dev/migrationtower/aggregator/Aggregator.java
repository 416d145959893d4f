package dev.migrationtower.aggregator;

import dev.migrationtower.aggregator.metrics.AggregatorMetrics;
import dev.migrationtower.aggregator.streams.Standing;
import dev.migrationtower.aggregator.streams.StreamsKeeper;
import dev.migrationtower.aggregator.topology.AggregatorTopology;
import dev.migrationtower.service.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.prometheus.client.CollectorRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Puts the parts together, and starts and stops them with the process. */
@ApplicationScoped
class Aggregator {
    private final StreamsKeeper keeper;

    Aggregator(
            AggregatorConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry registry,
            CollectorRegistry series,
            Traces traces) {
        AggregatorConfig.check(config);
        AggregatorMetrics metrics = new AggregatorMetrics(registry);
        series.register(metrics.runs(Clock.systemUTC(), config.keepFinished()));
        Optional<Short> replication =
                config.replication().stream().mapToObj(copies -> (short) copies).findFirst();
        keeper = new StreamsKeeper(kafka, config.instance(), replication, AggregatorTopology.of(metrics, traces));
    }

    /** One for all: Quarkus would give everybody who asks a new one, and scrape none but its own. */
    @Produces
    @Singleton
    static CollectorRegistry series() {
        return new CollectorRegistry();
    }

    void start(@Observes StartupEvent event) {
        keeper.start();
    }

    void stop(@Observes ShutdownEvent event) {
        keeper.close();
    }

    Standing standing() {
        return keeper.standing();
    }

    boolean alive() {
        return keeper.alive();
    }
}
