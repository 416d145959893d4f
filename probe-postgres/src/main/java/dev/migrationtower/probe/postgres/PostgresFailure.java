package dev.migrationtower.probe.postgres;

import dev.migrationtower.probe.runtime.Look;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a server told nothing, and what to do about it. */
enum PostgresFailure {
    REFUSED("refused", "Nobody listens there, or a firewall bars the way"),
    DNS("dns", "The host has no address; correct the url of the datasource"),
    TLS("tls", "The server's certificate is not trusted; see sslmode and sslrootcert in the url of the datasource"),
    TIMEOUT("timeout", "The server did not answer in time; look at its load"),
    AUTH("auth", "The server does not let us in; correct user and password of the datasource, or pg_hba.conf"),
    NO_SUCH_DATABASE("no-such-database", "Correct the url of the datasource"),
    TOO_MANY_CONNECTIONS("too-many-connections", "All connections are taken; nobody else gets in either"),
    STARTING("starting", "The server starts, stops or recovers"),
    CONNECTION_LOST("connection-lost", "The connection ended; the next look opens a new one"),
    QUERY_FAILED("query-failed", "The server refused the question");

    private final String cause;
    private final String advice;

    PostgresFailure(String cause, String advice) {
        this.cause = cause;
        this.advice = advice;
    }

    /** The look that stands for the failure. The driver's words are the server's, and hold no password. */
    static Look look(String datasource, SQLException failure) {
        PostgresFailure what = of(failure);
        return Look.unobservable(
                what.cause, "Datasource " + datasource + ": " + failure.getMessage() + ". " + what.advice + ".");
    }

    /** By the network's word, else by SQLSTATE (PostgreSQL's manual, appendix A). */
    static PostgresFailure of(SQLException failure) {
        return switch (failure.getCause()) {
            case ConnectException refused -> REFUSED;
            case UnknownHostException unknown -> DNS;
            case SocketTimeoutException slow -> TIMEOUT;
            case SSLException untrusted -> TLS;
            case null, default -> failure instanceof SQLTimeoutException ? TIMEOUT : byState(failure.getSQLState());
        };
    }

    private static PostgresFailure byState(@Nullable String state) {
        String code = state == null ? "" : state;
        return switch (code) {
            case "3D000" -> NO_SUCH_DATABASE;
            case "53300" -> TOO_MANY_CONNECTIONS;
            case "57P03" -> STARTING;
            // query_canceled is our statement_timeout, lock_not_available our lock_timeout.
            case "57014", "55P03" -> TIMEOUT;
            default -> {
                if (code.startsWith("28")) {
                    yield AUTH;
                }
                yield code.startsWith("08") || code.startsWith("57P") ? CONNECTION_LOST : QUERY_FAILED;
            }
        };
    }
}
