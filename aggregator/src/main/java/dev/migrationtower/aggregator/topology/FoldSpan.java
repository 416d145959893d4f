package dev.migrationtower.aggregator.topology;

import dev.migrationtower.core.fold.Step;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Topic;
import dev.migrationtower.service.Traces;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.Headers;

/** The span of a step that changed something, in the trace of its input; what reads its events goes on after it. */
final class FoldSpan {
    private static final AttributeKey<String> SUBJECT = AttributeKey.stringKey("tower.subject");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("tower.reason");
    private static final AttributeKey<Long> REVISION = AttributeKey.longKey("tower.revision");

    private FoldSpan() {}

    /**
     * Tells of a step, and names the span in the headers of its events.
     *
     * @param came the headers of the input; without a trace in them, as those of time have none, one begins
     * @param began when the input was taken in
     */
    static void tell(Traces traces, Headers came, Instant began, Step step, Effects effects) {
        if (step.events().isEmpty()) {
            return;
        }
        Span span = traces.after(came, "fold")
                .setSpanKind(SpanKind.CONSUMER)
                .setStartTimestamp(began)
                .setAttribute("tower.run", step.events().getFirst().run())
                .startSpan();
        if (span.isRecording()) {
            step.events().forEach(event -> span.addEvent(event.type().ceType(), attributes(event)));
        }
        Map<String, String> onwards = traces.headers(span);
        effects.sent().stream()
                .filter(sent -> sent.topic() == Topic.EVENTS)
                .forEach(sent -> onwards.forEach(
                        (name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8))));
        span.end();
    }

    private static Attributes attributes(Event event) {
        return Attributes.of(REVISION, event.revision(), SUBJECT, event.subject(), REASON, event.reason());
    }
}
