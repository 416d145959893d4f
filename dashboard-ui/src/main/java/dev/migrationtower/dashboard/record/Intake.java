package dev.migrationtower.dashboard.record;

import dev.migrationtower.dashboard.probe.Probes;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.Ids;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.ProbeAlive;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.service.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Turns records of Kafka into what they say, and puts it where it belongs. */
final class Intake {
    private final Runs runs;
    private final Probes probes;
    private final Traces traces;

    Intake(Runs runs, Probes probes, Traces traces) {
        this.runs = runs;
        this.probes = probes;
        this.traces = traces;
    }

    /**
     * Takes a record of {@code tower.events}, {@code tower.state} or {@code tower.probes}.
     *
     * @return the event, if it was one
     * @throws UnreadableException if it is not what its topic holds; nothing was changed then
     */
    Optional<Event> take(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) throws UnreadableException {
        String key = key(record);
        byte[] value = record.value();
        if (record.topic().equals(Topic.EVENTS.topicName())) {
            return Optional.of(event(key, value, record.headers()));
        }
        if (record.topic().equals(Topic.PROBES.topicName())) {
            probe(key, value);
        } else {
            state(key, value);
        }
        return Optional.empty();
    }

    private Event event(String key, byte @Nullable [] value, Headers headers) throws UnreadableException {
        if (value == null) {
            throw new UnreadableException("not an Event: no value", null);
        }
        Event event = Json.read(value, Event.class);
        if (event.revision() < 1) {
            throw new UnreadableException("revision " + event.revision() + " is not possible: they begin at 1", null);
        }
        requireRun(key, event.run());
        switch (event.view()) {
            case RunView view -> requireRun(key, view.run());
            case CheckView view -> requireKey(key + "/" + view.check() + "/" + view.item(), checkKey(view));
            case View.PhaseView ignored -> {}
            case ForecastView ignored -> {}
            case View.Note ignored -> {}
            case View.Rejection ignored -> {}
        }
        runs.apply(event, value, span(event, headers));
        return event;
    }

    /** From here to the first browser that gets it as it comes; what nobody looks at has no such way. */
    private Span span(Event event, Headers headers) {
        return traces.after(headers, "frame")
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("tower.run", event.run())
                .setAttribute("tower.revision", event.revision())
                .setAttribute("tower.event", event.type().ceType())
                .setAttribute("tower.subject", event.subject())
                .startSpan();
    }

    private void state(String key, byte @Nullable [] value) throws UnreadableException {
        if (value == null) {
            runs.remove(key);
            return;
        }
        View view = Json.read(value, View.class);
        switch (view) {
            case RunView run -> {
                requireRun(key, run.run());
                runs.reflect(run.run(), run);
            }
            case CheckView check -> {
                requireKey(key, checkKey(check));
                runs.reflect(check.run(), check);
            }
            case View.PhaseView ignored -> throw noState("a phase");
            case ForecastView ignored -> throw noState("a forecast");
            case View.Note ignored -> throw noState("a note");
            case View.Rejection ignored -> throw noState("a rejection");
        }
    }

    private void probe(String key, byte @Nullable [] value) throws UnreadableException {
        if (value == null) {
            probes.gone(key);
        } else {
            probes.heard(Json.read(value, ProbeAlive.class));
        }
    }

    private static String key(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) throws UnreadableException {
        byte[] key = record.key();
        if (key == null) {
            throw new UnreadableException("it has no key", null);
        }
        return new String(key, StandardCharsets.UTF_8);
    }

    private static String checkKey(CheckView view) throws UnreadableException {
        try {
            return view.key().toString();
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireRun(String key, String run) throws UnreadableException {
        requireKey(key, run);
        if (!Ids.valid(run)) {
            throw new UnreadableException("\"" + run + "\" is no run id", null);
        }
    }

    private static void requireKey(String key, String expected) throws UnreadableException {
        if (!key.equals(expected)) {
            throw new UnreadableException("its key is \"" + key + "\", its value is about \"" + expected + "\"", null);
        }
    }

    private static UnreadableException noState(String what) {
        return new UnreadableException(what + " alone is no part of the state of a run", null);
    }
}
