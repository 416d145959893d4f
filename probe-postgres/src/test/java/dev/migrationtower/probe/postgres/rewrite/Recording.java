package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.kit.Instance;
import dev.migrationtower.probe.postgres.sql.Migration;
import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Look;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a real migration, to be told again as often as one likes.
 *
 * @param files by a role that may look at files
 * @param growth by one that has {@code pg_monitor} and no more
 */
record Recording(int version, List<Moment> files, List<Moment> growth, List<Run> runs) {

    /** A look: either somebody rewrites, or nobody does. */
    record Moment(
            Instant at,
            @Nullable Sighting sighting,
            @Nullable Quiet quiet) {
        Look tell(Rewrite rewrite) {
            return sighting == null ? rewrite.take(Objects.requireNonNull(quiet)) : rewrite.take(sighting);
        }
    }

    /** A statement, and when it really was at work. */
    record Run(String table, Instant began, Instant ended) {
        Duration took() {
            return Duration.between(began, ended);
        }
    }

    /** A migration in one transaction, looked at until it is over, and once more. */
    static Recording of(Instance server, String database, Duration interval, List<String> statements) throws Exception {
        Recording recording = new Recording(server.version(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (Connection migration = server.connect(database, "postgres", "migration");
                Connection all = server.connect(database, "files", "probe-postgres");
                Connection some = server.connect(database, "tower", "probe-postgres")) {
            Server files = new Server(all, Clock.systemUTC());
            Server growth = new Server(some, Clock.systemUTC());
            recording.look(files, growth);
            migration.setAutoCommit(false);
            for (String sql : statements) {
                Instant began = Instant.now();
                CompletableFuture<Instant> script = CompletableFuture.supplyAsync(() -> run(migration, sql));
                while (!script.isDone()) {
                    recording.look(files, growth);
                    Thread.sleep(interval); // the interval of the looks
                }
                recording.runs.add(new Run(sql.split(" ")[2], began, script.get()));
            }
            migration.commit();
            recording.look(files, growth);
        }
        return recording;
    }

    private void look(Server all, Server some) throws SQLException {
        files.add(moment(all));
        growth.add(moment(some));
    }

    private static Moment moment(Server server) throws SQLException {
        Optional<Sighting> seen = RewriteApi.ask(server, new Migration(List.of(), List.of()), new Statements());
        Quiet quiet = seen.isPresent() ? null : RewriteApi.quiet(server);
        return new Moment(Instant.now(), seen.orElse(null), quiet);
    }

    private static Instant run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return Instant.now();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
