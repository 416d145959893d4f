package dev.migrationtower.service;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where traces go: to the collector that {@code OTEL_EXPORTER_OTLP_ENDPOINT} names, over HTTP. Without it there are none, and nothing
 * of OpenTelemetry but its interfaces is loaded. What its other variables say ({@code OTEL_TRACES_SAMPLER}, {@code
 * OTEL_EXPORTER_OTLP_HEADERS}, ...) holds.
 */
final class TracingWiring {
    private TracingWiring() {}

    @Produces
    @Singleton
    static OpenTelemetry telemetry(
            @ConfigProperty(name = "otel.exporter.otlp.endpoint") Optional<String> endpoint,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "tower.instance") Optional<String> instance) {
        return endpoint.filter(address -> !address.isBlank())
                .map(address -> exported(Map.of(
                        "otel.exporter.otlp.endpoint",
                        address,
                        "otel.exporter.otlp.protocol",
                        "http/protobuf",
                        "otel.service.name",
                        service,
                        "otel.resource.attributes",
                        "service.instance.id=" + instance.orElse(service + "-1"),
                        // Prometheus has the metrics
                        "otel.metrics.exporter",
                        "none",
                        "otel.logs.exporter",
                        "none")))
                .orElseGet(OpenTelemetry::noop);
    }

    /** Of the same setting, the environment's own value wins over this default. */
    private static OpenTelemetry exported(Map<String, String> defaults) {
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> defaults)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }

    /** What was not sent yet, is. */
    static void close(@Disposes OpenTelemetry telemetry) throws Exception {
        if (telemetry instanceof AutoCloseable sdk) {
            sdk.close();
        }
    }
}
