package dev.migrationtower.simulator.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Questions to a voice, without a network. */
public final class Ask {
    private Ask() {}

    public static Asked at(Instant at, String what, String body, Map<String, String> headers) {
        MultiMap all =
                MultiMap.caseInsensitiveMultiMap().add("Host", "vendor.test").addAll(headers);
        return new Asked(what, all, body, at, Duration.ZERO);
    }

    public static JsonNode document(Reply reply) {
        try {
            return Json.mapper().readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
