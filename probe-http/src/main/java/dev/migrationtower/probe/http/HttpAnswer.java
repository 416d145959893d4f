package dev.migrationtower.probe.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request, as it came.
 */
sealed interface HttpAnswer {

    /**
     * An answer, complete but for the part of its body that was cut off.
     *
     * @param version {@code HTTP/1.1}
     * @param headers by lower-case name, in the order they came
     * @param body its first {@link CappedBody#KEPT} bytes
     * @param cut whether there were more
     * @param latency from the request to the last byte
     * @param certificateEnds when the server's certificate ends; null without TLS
     */
    record Complete(
            String version,
            int status,
            String phrase,
            Map<String, List<String>> headers,
            byte[] body,
            boolean cut,
            Duration latency,
            @Nullable Instant certificateEnds)
            implements HttpAnswer {}

    /**
     * No answer, or none that came to an end.
     *
     * @param detail in words, what happened
     */
    record None(HttpFailure failure, String detail) implements HttpAnswer {}
}
