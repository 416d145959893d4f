package dev.migrationtower.aggregator.topology;

import dev.migrationtower.events.DeadLetter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** A record for {@link dev.migrationtower.events.Topic#DEAD_LETTERS}: its bytes and headers as they were, and why and whence. */
final class PutAside {
    private static final String SERVICE = "aggregator";

    private PutAside() {}

    static Record<byte[], byte[]> of(Record<byte[], byte[]> record, RecordMetadata whence, String reason) {
        Headers headers = new RecordHeaders(record.headers());
        put(headers, DeadLetter.REASON, reason);
        put(headers, DeadLetter.TOPIC, whence.topic());
        put(headers, DeadLetter.PARTITION, Integer.toString(whence.partition()));
        put(headers, DeadLetter.OFFSET, Long.toString(whence.offset()));
        put(headers, DeadLetter.SERVICE, SERVICE);
        return record.withHeaders(headers);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
