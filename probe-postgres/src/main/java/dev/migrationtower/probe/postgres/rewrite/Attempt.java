package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.rewrite.Phase.Kind;
import dev.migrationtower.probe.runtime.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One statement under way, and what is remembered of it from one sighting to the next. Not thread-safe. */
final class Attempt {
    /** The catalogue's own, of the statement before. */
    private static final long A_FEW_ROWS = 1_000;

    private final String statement;
    private final Map<String, Duration> rehearsal;
    private final long baseline;
    private final boolean whole;
    private final long rows;
    private final Set<Long> before;
    private Instant began;
    private boolean disturbed;
    /** When it is just over, its locks are gone, and it is still said to be at work. */
    private Sighting.@Nullable Table table;

    private @Nullable Work work;
    private @Nullable Estimator estimator;
    private @Nullable Position position;

    /**
     * @param earlier the sighting before; absent: there was none
     * @param quiet the last look at which nobody rewrote anything; absent: there was none
     */
    Attempt(Sighting now, @Nullable Sighting earlier, @Nullable Quiet quiet, Map<String, Duration> rehearsal) {
        boolean continued = earlier != null && earlier.sameTransactionAs(now);
        Sighting then = continued ? Objects.requireNonNull(earlier) : now;
        long known = quiet == null ? -1 : quiet.databaseBytes();
        this.statement = now.statement();
        this.rehearsal = rehearsal;
        this.rows = now.others().rows();
        this.before = !continued || then.files() == null
                ? Set.of()
                : Set.copyOf(then.files().keySet());
        this.whole = continued || known >= 0 || now.files() != null;
        this.baseline = continued || known < 0 ? then.databaseBytes() : known;
        // of several statements in one query only the first began when the query did
        this.began = now.statementAt() == null || continued && Objects.equals(now.statementAt(), then.statementAt())
                ? then.at()
                : now.statementAt();
    }

    boolean isOf(Sighting now) {
        return statement.equals(now.statement());
    }

    Look look(Sighting now) {
        disturbed |= now.others().writers() > 0 || now.others().rows() > rows + A_FEW_ROWS;
        if (estimator == null && now.blocked()) {
            began = now.at(); // the wait for its first lock is no work
        }
        Work known = work == null ? Work.of(now, rehearsal).orElse(null) : work;
        if (known == null) {
            return now.reported() == null ? RewriteReading.bare(now) : RewriteReading.reported(now, now.reported());
        }
        if (estimator == null) {
            work = known;
            estimator = new Estimator(known, began);
        }
        if (now.table() != null) {
            table = now.table();
        }
        Position at = Position.of(
                known,
                Objects.requireNonNull(table, "there is work"),
                now,
                before,
                now.databaseBytes() - baseline,
                position);
        position = at;
        Phase phase = known.phases().get(at.phase());
        Estimate estimate = estimator.at(now.at(), at.phase(), share(now, phase, at), now.blocked());
        return RewriteReading.estimated(now, at, estimate, known.rehearsed(), certain(now, at));
    }

    /** What it took is added to what was taken down before, unless it was cut short. */
    String over(Instant now, String calibration) {
        Work done = work;
        if (done == null || estimator == null || done.phases().getFirst().kind() == Kind.REPORTED) {
            return calibration;
        }
        Optional<double[]> took = estimator.took(now);
        work = null;
        estimator = null;
        return took.map(seconds -> RewriteReading.calibration(calibration, done, seconds))
                .orElse(calibration);
    }

    /** An index is sorted first, which is half of its work, and tells nothing; then its bytes come quickly. */
    private double share(Sighting now, Phase phase, Position at) {
        boolean told = whole && phase.bytes() > 0;
        return switch (phase.kind()) {
            case HEAP -> told ? Math.min(0.98, (double) at.written() / phase.bytes()) : Double.NaN;
            case INDEX ->
                told && at.written() > 0 ? 0.6 + Math.min(0.38, 0.38 * at.written() / phase.bytes()) : Double.NaN;
            case FOREIGN_KEYS, CHECK -> Double.NaN;
            case REPORTED ->
                now.reported() == null ? Double.NaN : now.reported().share(phase.label());
        };
    }

    /** By files, what others make is told from it; growth is everybody's, and what others wrote stays in it. */
    private boolean certain(Sighting now, Position at) {
        return switch (at.ground()) {
            case FILES -> now.others().unseen().isEmpty();
            case GROWTH -> !disturbed;
            case SERVER, STATEMENT -> true;
        };
    }
}
