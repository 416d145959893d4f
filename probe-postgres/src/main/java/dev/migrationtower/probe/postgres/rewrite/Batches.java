package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.catalogue.CatalogueName;
import dev.migrationtower.probe.postgres.rewrite.Updates.Counter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a session is that updates a table by ranges of its ids: how many rows were updated since it was first seen at it, of those that
 * the table has. That each row is updated once is taken for granted. A session that does something else between two batches is still at
 * it while the counter moves. Not thread-safe.
 */
final class Batches {
    private static final Pattern UPDATE = Pattern.compile(
            "\\bupdate\\s+(?:only\\s+)?(?:(\"[^\"]+\"|[\\w$]+)\\s*\\.\\s*)?(\"[^\"]+\"|[\\w$]+)\\s*\\*?\\s+"
                    + "(?:(?:as\\s+)?(?:\"[^\"]+\"|\\w+)\\s+)?set\\b",
            Pattern.CASE_INSENSITIVE);
    /** Between two batches a script may wait for replicas. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** How much longer the rest may take than at the pace so far, in nine of ten cases. */
    private static final double SPREAD = 1.5;

    private @Nullable Run run;

    private static final class Run {
        private final int pid;
        private final CatalogueName table;
        private final Instant since;
        private final Counter first;
        private long updated;
        private Instant moved;
        private boolean disturbed;

        Run(int pid, CatalogueName table, Instant since, Counter first) {
            this.pid = pid;
            this.table = table;
            this.since = since;
            this.first = first;
            moved = since;
        }

        boolean rests(Instant now) {
            return Duration.between(moved, now).compareTo(PATIENCE) >= 0;
        }
    }

    /**
     * How far it is.
     *
     * @param since when it was first seen
     * @param rows that were updated since
     * @param of rows that there are; 0: nobody counted them
     * @param percent 0 to {@value Estimator#ALMOST}; absent: nobody can say
     * @param left at the pace so far; absent: nothing moved yet
     * @param certain whether nobody else was seen to write
     */
    record Progress(
            String table,
            Instant since,
            long rows,
            long of,
            @Nullable Double percent,
            @Nullable Duration left,
            @Nullable Duration leftAtMost,
            boolean certain) {}

    /** Which table it updates, now or between two batches; empty: none. */
    Optional<CatalogueName> table(Updates now) {
        Matcher update = UPDATE.matcher(now.query());
        if (update.find()) {
            String schema = update.group(1) == null ? "" : name(update.group(1));
            String relation = name(update.group(2));
            String text = schema.isEmpty() ? relation : schema + "." + relation;
            return Optional.of(new CatalogueName(text, schema, relation, ""));
        }
        Run known = run;
        return known == null || known.pid != now.pid() || known.rests(now.at())
                ? Optional.empty()
                : Optional.of(known.table);
    }

    /** How far it is with that table; empty: it rests from it, and has for long. */
    Optional<Progress> at(Updates now, CatalogueName table, Counter counter) {
        Run current = run;
        if (current == null || current.pid != now.pid() || !current.table.equals(table)) {
            current = new Run(now.pid(), table, now.at(), counter);
            run = current;
        }
        current.disturbed |= now.writers() > 0;
        long updated = counter.updated() - current.first.updated();
        if (updated > current.updated) {
            current.updated = updated;
            current.moved = now.at();
        }
        return !now.active() && current.rests(now.at()) ? Optional.empty() : Optional.of(progress(current, now.at()));
    }

    /** It does something else now. */
    void over() {
        run = null;
    }

    private static Progress progress(Run run, Instant now) {
        long of = Math.max(0, run.first.tuples());
        boolean told = of > 0 && run.updated > 0;
        double share = told ? Math.min(1, (double) run.updated / of) : 0;
        // to when the counter last moved: what was done since is not counted yet
        double elapsed = Duration.between(run.since, run.moved).toMillis() / 1000.0;
        double since = Duration.between(run.moved, now).toMillis() / 1000.0;
        double left = told ? Math.max(0, elapsed * (1 - share) / share - since) : 0;
        boolean paced = told && elapsed > 0;
        return new Progress(
                run.table.text(),
                run.since,
                run.updated,
                of,
                told ? Math.min(Estimator.ALMOST, Math.floor(1000 * share) / 10) : null,
                paced ? duration(left) : null,
                paced ? duration(left * SPREAD) : null,
                !run.disturbed);
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static String name(String word) {
        return word.startsWith("\"") ? word.substring(1, word.length() - 1) : word.toLowerCase(java.util.Locale.ROOT);
    }
}
