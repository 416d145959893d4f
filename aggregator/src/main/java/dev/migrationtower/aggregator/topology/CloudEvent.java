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
        Headers headers = new RecordHeaders();
        event.attributes().forEach((name, value) -> headers.add("ce_" + name, utf8(value)));
        return headers.add("content-type", utf8("application/json"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
