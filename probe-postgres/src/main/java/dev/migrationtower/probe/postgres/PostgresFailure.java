package dev.migrationtower.probe.postgres;

import dev.migrationtower.probe.postgres.sql.QueryWords;
import dev.migrationtower.probe.runtime.Look;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import javax.net.ssl.SSLException;

/** Why a server told nothing, and what to do about it. */
enum PostgresFailure {
    REFUSED("refused", "Nobody listens there, or a firewall bars the way"),
    DNS("dns", "The host has no address; correct the url of the datasource"),
    TLS(
            "tls",
            "No trusted connection: the server wants TLS, or its certificate is not trusted; see sslmode and sslrootcert in the url of the"
                    + " datasource"),
    TIMEOUT("timeout", "The server did not answer in time; look at its load"),
    AUTH("auth", "The server does not let us in; correct user and password of the datasource, or pg_hba.conf"),
    NO_SUCH_DATABASE("no-such-database", "Correct the url of the datasource"),
    TOO_MANY_CONNECTIONS(
            "too-many-connections",
            "Cannot see: no connection slot left, and nobody else gets in either. From PostgreSQL 16 on, reserved_connections and GRANT"
                    + " pg_use_reserved_connections keep one for the probe"),
    CLOSED(
            "login-barrier",
            "The database lets nobody in (ALLOW_CONNECTIONS false). To watch it from outside, give the datasource another database of"
                    + " the server and the check `database`"),
    POOLER(
            "pooler",
            "A connection pooler answers, not the server: give the datasource the address of the server itself"),
    NO_PRIMARY(
            "no-primary",
            "None of the servers of the url is what its targetServerType asks for; a failover may be under way"),
    LOCKED(
            "locked",
            "The question waited for a lock on the catalogue and gave up; somebody holds it against everybody"),
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
                what.cause,
                "Datasource " + datasource + ": " + QueryWords.line(String.valueOf(failure.getMessage())) + ". "
                        + what.advice + ".");
    }

    /** By the network's word, else by SQLSTATE (PostgreSQL's manual, appendix A). */
    static PostgresFailure of(SQLException failure) {
        return switch (failure.getCause()) {
            case ConnectException refused -> REFUSED;
            case UnknownHostException unknown -> DNS;
            case SocketTimeoutException slow -> TIMEOUT;
            case SSLException untrusted -> TLS;
            case null, default -> failure instanceof SQLTimeoutException ? TIMEOUT : byWords(failure);
        };
    }

    /** What shares its state with something else is known by the words: PgBouncer's, pg_hba.conf's and the driver's. */
    private static PostgresFailure byWords(SQLException failure) {
        String words = String.valueOf(failure.getMessage());
        String state = String.valueOf(failure.getSQLState());
        if (words.contains("unsupported startup parameter")) {
            return POOLER;
        }
        if (words.contains("Could not find a server with specified targetServerType")) {
            return NO_PRIMARY;
        }
        if (words.contains("attempt timed out")) {
            return TIMEOUT;
        }
        boolean unencrypted = state.equals("28000") && (words.contains("no encryption") || words.contains("SSL off"));
        return unencrypted || words.contains("does not support SSL") ? TLS : byState(state);
    }

    private static PostgresFailure byState(String code) {
        return switch (code) {
            case "3D000" -> NO_SUCH_DATABASE;
            case "53300" -> TOO_MANY_CONNECTIONS;
            case "57P03" -> STARTING;
            case "55000" -> CLOSED;
            // query_canceled is our statement_timeout, lock_not_available our lock_timeout.
            case "57014" -> TIMEOUT;
            case "55P03" -> LOCKED;
            default -> {
                if (code.startsWith("28")) {
                    yield AUTH;
                }
                yield code.startsWith("08") || code.startsWith("57P") ? CONNECTION_LOST : QUERY_FAILED;
            }
        };
    }
}
