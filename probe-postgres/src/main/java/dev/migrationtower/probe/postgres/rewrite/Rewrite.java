package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.catalogue.CatalogueName;
import dev.migrationtower.probe.postgres.rewrite.Batches.Progress;
import dev.migrationtower.probe.postgres.rewrite.Updates.Counter;
import dev.migrationtower.probe.postgres.sql.Migration;
import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.WrongSettingException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is remembered, between two looks, of the statements that a check follows. Thread-safe. */
public final class Rewrite implements AutoCloseable {
    private final Migration migration;
    private final Map<String, Duration> rehearsal = new TreeMap<>();
    private final Statements statements = new Statements();
    private final Batches batches = new Batches();
    private @Nullable Quiet quiet;
    private @Nullable Sighting last;
    private @Nullable Attempt attempt;
    private @Nullable String who;
    private String calibration = "";

    /** @throws WrongSettingException if what the rehearsal took is no duration */
    public Rewrite(Settings settings) {
        migration = Migration.of(settings);
        Settings phases = settings.group("rehearsal");
        phases.all().keySet().forEach(label -> phases.duration(label).ifPresent(took -> rehearsal.put(label, took)));
    }

    /** One look. */
    public synchronized Look look(Server server) throws SQLException {
        Optional<Sighting> sighting = RewriteApi.ask(server, migration, statements);
        if (sighting.isPresent()) {
            batches.over();
            return take(sighting.get());
        }
        Optional<Look> updating = migration.known() ? updates(server) : Optional.empty();
        if (updating.isPresent()) {
            return updating.get();
        }
        batches.over();
        return take(RewriteApi.quiet(server));
    }

    private Optional<Look> updates(Server server) throws SQLException {
        Optional<Updates> updates = RewriteApi.updates(server, migration);
        Optional<CatalogueName> table = updates.flatMap(batches::table);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        Updates now = updates.orElseThrow();
        Optional<Counter> counter = RewriteApi.counter(server, table.get());
        Optional<Progress> progress = counter.flatMap(it -> batches.at(now, table.get(), it));
        progress.ifPresent(it -> who = now.who());
        return progress.map(it -> RewriteReading.batches(now, it));
    }

    /** What it tells that nobody rewrites. */
    synchronized Look take(Quiet now) {
        quiet = now;
        remember(now.at());
        attempt = null;
        last = null;
        return RewriteReading.none(who, calibration);
    }

    /** What a sighting tells. */
    synchronized Look take(Sighting now) {
        who = now.who();
        Attempt current = attempt;
        if (!now.hidden() && now.working() && (current == null || !current.isOf(now))) {
            remember(now.statementAt() == null ? now.at() : now.statementAt());
            current = new Attempt(now, last, quiet, rehearsal);
            attempt = current;
        }
        last = now;
        if (now.hidden()) {
            return RewriteReading.hidden(now);
        }
        if (current == null || !now.working()) {
            remember(now.at());
            return RewriteReading.committing(now, calibration);
        }
        return current.look(now);
    }

    /** What the phases took that were seen so far, as a plan can give it. */
    synchronized String calibration() {
        return calibration;
    }

    private void remember(Instant now) {
        if (attempt != null) {
            calibration = attempt.over(now, calibration);
        }
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
