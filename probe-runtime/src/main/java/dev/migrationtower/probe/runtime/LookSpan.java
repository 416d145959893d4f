package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.service.Traces;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;
import java.util.UUID;

/** The span of one look, with which a trace begins: that of all that comes of it. */
final class LookSpan {
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("tower.outcome");

    private final Traces traces;
    private final Span span;

    private LookSpan(Traces traces, Span span) {
        this.traces = traces;
        this.span = span;
    }

    static LookSpan begin(Traces traces, CheckSpec check) {
        return new LookSpan(
                traces,
                traces.first("look")
                        .setSpanKind(SpanKind.CLIENT)
                        .setAttribute("tower.run", check.run())
                        .setAttribute("tower.check", check.check())
                        .setAttribute("tower.item", check.item())
                        .startSpan());
    }

    /** For an observation: the id of the trace, written as a UUID, so that who knows the cause of an event has its trace, too. */
    String id() {
        SpanContext context = span.getSpanContext();
        if (!context.isValid()) {
            return UUID.randomUUID().toString();
        }
        return context.getTraceId().replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    /** What goes with the observation, for whoever reads it. */
    Map<String, String> headers() {
        return traces.headers(span);
    }

    void end(Outcome outcome) {
        span.setAttribute(OUTCOME, outcome.getClass().getSimpleName());
        if (outcome instanceof Outcome.Unobservable unobservable) {
            span.setStatus(StatusCode.ERROR, unobservable.cause() + ": " + unobservable.message());
        }
        span.end();
    }
}
