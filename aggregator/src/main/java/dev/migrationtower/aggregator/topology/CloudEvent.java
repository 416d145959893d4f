package dev.migrationtower.aggregator.topology;

import dev.migrationtower.events.Event;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * An event as a CloudEvent 1.0 in the binary mode of the Kafka protocol binding: the attributes stand in headers, so that a
 * subscriber can choose without reading the value.
 */
final class CloudEvent {
    private CloudEvent() {}

    static Headers headers(Event event) {
        return new RecordHeaders()
                .add("ce_specversion", utf8("1.0"))
                .add("ce_id", utf8(event.id()))
                .add("ce_source", utf8(event.source()))
                .add("ce_type", utf8(event.type().ceType()))
                .add("ce_time", utf8(event.at().toString()))
                .add("ce_subject", utf8(event.subject()))
                .add("content-type", utf8("application/json"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
