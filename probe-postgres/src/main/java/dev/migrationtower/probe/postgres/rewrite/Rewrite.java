package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.WrongSettingException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is remembered, between two looks, of the statements that a check follows. Thread-safe. */
public final class Rewrite implements AutoCloseable {
    private final Map<String, Duration> rehearsal = new TreeMap<>();
    private long quietBytes = -1;
    private @Nullable Sighting last;
    private @Nullable Sighting ended;
    private @Nullable Attempt attempt;
    private Set<Long> before = Set.of();
    private String calibration = "";

    /** @throws WrongSettingException if what the rehearsal took is no duration */
    public Rewrite(Settings settings) {
        Settings phases = settings.group("rehearsal");
        phases.all().keySet().forEach(label -> phases.duration(label).ifPresent(took -> rehearsal.put(label, took)));
    }

    /** One statement under way. */
    private static final class Attempt {
        private final String statement;
        private Instant began;
        private final long baseline;
        private final boolean whole;
        private @Nullable Work work;
        private @Nullable Estimator estimator;

        Attempt(String statement, Instant began, long baseline, boolean whole) {
            this.statement = statement;
            this.began = began;
            this.baseline = baseline;
            this.whole = whole;
        }
    }

    /** One look. */
    public synchronized Look look(Server server) throws SQLException {
        Optional<Sighting> sighting = RewriteApi.ask(server);
        if (sighting.isEmpty()) {
            quietBytes = RewriteApi.databaseBytes(server); // from there growth is counted
        }
        return take(sighting);
    }

    /** What a sighting, or none, tells. */
    synchronized Look take(Optional<Sighting> sighting) {
        if (sighting.isEmpty()) {
            return gone();
        }
        Sighting now = sighting.get();
        if (now.hidden()) {
            last = now;
            return RewriteReading.hidden(now);
        }
        Attempt current = attempt;
        if (now.working() && (current == null || !current.statement.equals(now.statement()))) {
            current = begin(now);
        }
        last = now;
        if (current != null && current.estimator == null && now.blocked()) {
            current.began = now.at(); // the wait for its first lock is no work
        }
        if (!now.working()) {
            remember(current);
            return RewriteReading.committing(now, calibration);
        }
        if (now.reported() != null) {
            return RewriteReading.reported(now, Objects.requireNonNull(now.reported()));
        }
        if (current == null || now.table() == null || now.unseen().isEmpty()) {
            return RewriteReading.bare(now);
        }
        return RewriteReading.estimated(
                now,
                position(current, now),
                estimate(current, now),
                work(current, now).rehearsed());
    }

    /** What the phases took that were seen so far, as a plan can give it. */
    synchronized String calibration() {
        return calibration;
    }

    private Attempt begin(Sighting now) {
        Sighting earlier = last;
        remember(attempt);
        long baseline = quietBytes;
        before = Set.of();
        if (earlier != null && earlier.sameTransactionAs(now)) {
            baseline = earlier.databaseBytes();
            before = earlier.files() == null
                    ? Set.of()
                    : Set.copyOf(earlier.files().keySet());
        }
        Attempt begun = new Attempt(
                now.statement(),
                now.statementAt() == null ? now.at() : now.statementAt(),
                baseline < 0 ? now.databaseBytes() : baseline,
                baseline >= 0 || now.files() != null);
        attempt = begun;
        return begun;
    }

    private Work work(Attempt current, Sighting now) {
        Work known = current.work;
        if (known == null) {
            Sighting.Table table = Objects.requireNonNull(now.table(), "asked for before");
            known = Work.of(table, now.query(), rehearsal);
            current.work = known;
            current.estimator = new Estimator(known, current.began);
        }
        return known;
    }

    private Position position(Attempt current, Sighting now) {
        Sighting.Table table = Objects.requireNonNull(now.table(), "asked for before");
        return Position.of(work(current, now), table, now, before, now.databaseBytes() - current.baseline);
    }

    private Estimate estimate(Attempt current, Sighting now) {
        Position at = position(current, now);
        Phase phase = work(current, now).phases().get(at.phase());
        Estimator estimator = Objects.requireNonNull(current.estimator, "made with the work");
        return estimator.at(now.at(), at.phase(), share(current, phase, at), now.blocked());
    }

    /** An index is sorted first, which is half of its work, and tells nothing; then its bytes come quickly. */
    private static double share(Attempt current, Phase phase, Position at) {
        boolean told = current.whole && phase.bytes() > 0;
        return switch (phase.kind()) {
            case HEAP -> told ? Math.min(0.98, (double) at.written() / phase.bytes()) : Double.NaN;
            case INDEX ->
                told && at.written() > 0 ? 0.6 + Math.min(0.38, 0.38 * at.written() / phase.bytes()) : Double.NaN;
            case FOREIGN_KEYS, REPORTED -> Double.NaN;
        };
    }

    private void remember(@Nullable Attempt over) {
        if (over == null || over.work == null || over.estimator == null) {
            return;
        }
        calibration = RewriteReading.calibration(calibration, over.work, over.estimator.took());
        over.work = null;
    }

    private Look gone() {
        ended = last == null ? ended : last;
        remember(attempt);
        attempt = null;
        last = null;
        before = Set.of();
        return RewriteReading.none(ended, calibration);
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
