package dev.migrationtower.simulator.vendor;

import dev.migrationtower.events.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a vendor answers. */
public record Reply(int status, String body, Map<String, String> headers) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** This document, with 200. */
    public static Reply json(String body) {
        return new Reply(200, body, Map.of());
    }

    /** This document. */
    public static Reply of(int status, Object document) {
        return new Reply(status, new String(Json.write(document), StandardCharsets.UTF_8), Map.of());
    }

    /** The same with these headers, too. */
    public Reply with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new Reply(status, body, all);
    }
}
