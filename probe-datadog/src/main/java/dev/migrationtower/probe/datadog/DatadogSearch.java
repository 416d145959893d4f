package dev.migrationtower.probe.datadog;

import dev.migrationtower.events.Json;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One search of logs. Its times are Datadog's and absolute, so that they stay the same from page to page.
 *
 * @param sort {@code timestamp}, or {@code -timestamp}: the newest first
 */
record DatadogSearch(String query, Instant from, Instant to, String sort) {
    /** Lines of a page; Datadog gives no more. */
    static final int LIMIT = 1_000;

    /** The question for the page that begins here; null: the first. */
    VendorQuestion question(URI url, @Nullable String cursor) {
        DatadogJson.Search search = new DatadogJson.Search(
                new DatadogJson.Filter(query, millis(from), millis(to)), sort, new DatadogJson.Page(LIMIT, cursor));
        return VendorQuestion.post(url, "application/json", new String(Json.write(search), StandardCharsets.UTF_8));
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
