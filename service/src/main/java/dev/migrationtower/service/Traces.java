package dev.migrationtower.service;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The way of a fact through the services: each goes on with the trace that the headers of a record name (W3C's {@code traceparent}),
 * and names its own span in what it writes. Without a collector all of it does nothing. Thread-safe.
 */
@Singleton
public final class Traces {
    private static final TextMapGetter<Headers> HEADERS = new OfHeaders();

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    /** Traces that go where this says. */
    @Inject
    public Traces(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("dev.migrationtower");
        propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    /** Traces that go nowhere. */
    public static Traces none() {
        return new Traces(OpenTelemetry.noop());
    }

    /** A span that begins a trace. */
    public SpanBuilder first(String name) {
        return tracer.spanBuilder(name).setNoParent();
    }

    /** A span that goes on with the trace that these headers name, or begins one if they name none. */
    public SpanBuilder after(Headers headers, String name) {
        return tracer.spanBuilder(name).setParent(propagator.extract(Context.root(), headers, HEADERS));
    }

    /** What the headers of a record must say for its reader to go on after this span. */
    public Map<String, String> headers(Span span) {
        Map<String, String> headers = new HashMap<>();
        propagator.inject(Context.root().with(span), headers, (carrier, name, value) -> headers.put(name, value));
        return headers;
    }

    private static final class OfHeaders implements TextMapGetter<Headers> {
        @Override
        public Iterable<String> keys(Headers headers) {
            return StreamSupport.stream(headers.spliterator(), false)
                    .map(Header::key)
                    .toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            Header header = headers == null ? null : headers.lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
