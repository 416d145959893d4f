package dev.migrationtower.dashboard.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, as far as the connection and its headers tell.
 *
 * @param address the address of the other end
 * @param host what the request calls this service: {@code localhost:8080}
 * @param origin the site whose page sends it, if a browser does
 * @param passedOn whether something on the way says that it sends it for somebody else
 */
public record Caller(
        String address, @Nullable String host, @Nullable String origin, boolean passedOn) {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    public Caller(String address, @Nullable String host, @Nullable String origin) {
        this(address, host, origin, false);
    }

    /** Who sends this request. */
    public static Caller of(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return new Caller(
                request.remoteAddress().hostAddress(),
                authority == null ? null : authority.toString(),
                request.getHeader("Origin"),
                PASSED_ON.stream().anyMatch(request.headers()::contains));
    }

    /** Whether it comes from this machine, and calls it so: a foreign name that points here is how a foreign page would reach it. */
    public boolean onThisMachine() {
        return loopback() && calledByLoopbackName() && !passedOn;
    }

    /** Why nothing is changed for this caller, whoever it is; empty if nothing is in the way. */
    public Optional<String> foreignPage() {
        return origin == null || sameSite(origin)
                ? Optional.empty()
                : Optional.of("Commands are taken from this service's own page only, not from one of " + origin + ".");
    }

    private boolean loopback() {
        try {
            // A literal address: nothing is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean calledByLoopbackName() {
        return host != null && LOOPBACK_NAMES.contains(host.replaceFirst(":\\d+$", ""));
    }

    private boolean sameSite(String origin) {
        try {
            return URI.create(origin).getAuthority() instanceof String authority && authority.equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
