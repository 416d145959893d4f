package dev.migrationtower.service;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Gives Quarkus' own clients of Kafka, and those that are made by hand, one and the same connection. */
final class KafkaWiring {
    private static final String PREFIX = "kafka.";

    private KafkaWiring() {}

    /** In place of Quarkus' bean of the same identifier, which hands on whatever is called so. */
    @Produces
    @Singleton
    @Identifier("default-kafka-broker")
    static Map<String, Object> connection(Config config) {
        Map<String, String> said = new HashMap<>();
        for (String property : config.getPropertyNames()) {
            // the environment has its own spelling; asked by this one, the sources answer in their order
            String name = property.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ".");
            if (name.startsWith(PREFIX)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> said.put(name.substring(PREFIX.length()), value));
            }
        }
        return KafkaConnection.of(said);
    }
}
