package dev.migrationtower.simulator.vendor;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a vendor is asked.
 *
 * @param what {@code METHOD /path?query}; where pages are asked for in the body, {@code offset=50} follows
 * @param at the time by the vendor's clock
 * @param ahead by how much that clock is ahead of the right one
 */
public record Asked(String what, MultiMap headers, String body, Instant at, Duration ahead) {

    /** {@code GET /path}, without the query. */
    public String path() {
        return what.split("[? ]", 3)[0] + " " + uri().getPath();
    }

    /** A parameter of the query. */
    public Optional<String> parameter(String name) {
        String query = uri().getRawQuery();
        return Arrays.stream(query == null ? new String[0] : query.split("&"))
                .map(one -> one.split("=", 2))
                .filter(one -> decoded(one[0]).equals(name))
                .map(one -> one.length == 2 ? decoded(one[1]) : "")
                .findFirst();
    }

    /** The address that was asked, as whoever asked wrote it. */
    public String url() {
        return "http://" + header("Host") + what.split(" ", 3)[1];
    }

    /** A header; empty: it was not sent. */
    public String header(String name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }

    private URI uri() {
        return URI.create(what.split(" ", 3)[1]);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
