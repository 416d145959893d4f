package dev.migrationtower.probe.http;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why no answer came. */
enum HttpFailure {
    /** Nobody listens there, or the way there is barred. */
    REFUSED(true),
    /** The name has no address. */
    DNS(true),
    /** No trust: a certificate that is expired, unknown, or somebody else's; or no TLS there at all. */
    TLS(false),
    /** Nothing came in time. */
    TIMEOUT(true),
    /** The connection ended before the answer did, or what came was not HTTP. */
    CLOSED(true),
    /** The answer began, and its body did not end in time or within bounds. */
    ENDLESS_BODY(false);

    private final boolean perhapsOurs;

    HttpFailure(boolean perhapsOurs) {
        this.perhapsOurs = perhapsOurs;
    }

    /** Whether it looks the same when the probe's own network is down. */
    boolean perhapsOurs() {
        return perhapsOurs;
    }

    /** The word in the reading, kebab-case. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What an exception of the HTTP client means; empty if it is none that a target can cause. */
    static Optional<HttpFailure> of(Throwable failure) {
        return switch (failure) {
            case UnknownHostException unknown -> Optional.of(DNS);
            case SSLException untrusted -> Optional.of(TLS);
            case ConnectTimeoutException slow -> Optional.of(TIMEOUT);
            case TimeoutException slow -> Optional.of(TIMEOUT);
            case EndlessBodyException endless -> Optional.of(ENDLESS_BODY);
            case ConnectException refused -> Optional.of(REFUSED);
            case NoRouteToHostException barred -> Optional.of(REFUSED);
            case IOException closed -> Optional.of(CLOSED);
            case HttpClosedException closed -> Optional.of(CLOSED);
            case DecoderException garbage -> Optional.of(CLOSED);
            case IllegalArgumentException garbage -> Optional.of(CLOSED);
            default -> Optional.empty();
        };
    }
}
