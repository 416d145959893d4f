package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.events.Evidence;
import dev.migrationtower.probe.postgres.sql.QueryWords;
import dev.migrationtower.probe.runtime.Look;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes values and words of what is known of a rewrite. Pure. */
final class RewriteReading {
    private static final long MEGABYTE = 1024 * 1024;

    private RewriteReading() {}

    /** @param who the session that was seen last; absent: there was none */
    static Look none(@Nullable String who, String calibration) {
        String words = who == null
                ? "no statement that rewrites is being executed"
                : "gone: " + who + " executes nothing that rewrites any more";
        return seen(values(false, words), pasted(words, calibration));
    }

    /** All statements so far are done, and nobody sees it yet. */
    static Look committing(Sighting now, String calibration) {
        String words = now.state().equals("active")
                ? "it commits"
                : now.who() + " is " + now.state() + ": what it did is seen by nobody before it commits";
        return seen(values(false, words), pasted(words, calibration));
    }

    /** Its locks say that it rewrites something, and no more. */
    static Look hidden(Sighting now) {
        String words = now.who()
                + " rewrites something; its statement is hidden from this role, so that nobody can say how far it is. As a"
                + " superuser run: GRANT pg_monitor TO the role of the datasource";
        Map<String, Object> values = values(true, words);
        values.put("ground", "statement");
        return seen(values, words);
    }

    /** Neither the server nor locks nor files tell how far it is. */
    static Look bare(Sighting now) {
        String words = QueryWords.of(now.query())
                + age(now)
                + (now.blocked() ? ", " + blockedBy(now) : now.table() == null ? "" : ", nothing is rewritten");
        Map<String, Object> values = values(true, words);
        values.put("ground", "statement");
        values.put("blocked", now.blocked());
        return seen(values, words);
    }

    /** The server tells how far the phase is, which says nothing of the phases after it. */
    static Look reported(Sighting now, Sighting.Reported told) {
        boolean copies = told.command().startsWith("COPY");
        String share = told.total() <= 0
                ? told.done() > 0 ? ", " + told.done() + " done" : ""
                : ", " + told.done() + " of " + told.total() + (copies ? " bytes" : " of this phase");
        String words =
                told.command() + ": " + told.phase() + share + age(now) + (now.blocked() ? ", " + blockedBy(now) : "");
        Map<String, Object> values = values(true, words);
        values.put("ground", "server");
        values.put("phase", told.phase());
        values.put("blocked", now.blocked());
        if (copies && told.total() > 0) {
            values.put("percent", Math.min(Estimator.ALMOST, Math.floor(1000.0 * told.done() / told.total()) / 10));
        }
        return seen(values, words);
    }

    /**
     * How far it is, as far as one can tell.
     *
     * @param rehearsed whether a rehearsal says how long each phase takes
     * @param certain whether nobody else can have written what is taken for its work
     */
    static Look estimated(Sighting now, Position at, Estimate estimate, boolean rehearsed, boolean certain) {
        Phase phase = estimate.phase();
        String words = phase.label()
                + (now.blocked() ? ", " + blockedBy(now) : doing(now, phase, at, estimate))
                + ", left " + duration(estimate.left()) + " to " + duration(estimate.leftAtMost())
                + (rehearsed ? " (as rehearsed)" : " (no rehearsal)")
                + (certain ? "" : "; uncertain: others have written to the database, too");
        Map<String, Object> values = values(true, words);
        values.put("percent", estimate.percent());
        values.put("phase", phase.label());
        values.put("left", estimate.left().toString());
        values.put("leftAtMost", estimate.leftAtMost().toString());
        values.put("ground", at.ground().word());
        values.put("certain", certain);
        values.put("blocked", now.blocked());
        values.put("normal", estimate.normal());
        if (phase.bytes() > 0) {
            values.put("written", at.written());
            values.put("expected", phase.bytes());
        }
        return seen(values, QueryWords.of(now.query()) + age(now) + ": " + words);
    }

    /** How far updates in batches are, by the table's counter. */
    static Look batches(Updates now, Batches.Progress progress) {
        String counted = progress.of() == 0
                ? progress.rows() + " rows; how many there are was never counted: run ANALYZE"
                : progress.rows() + " of about " + progress.of() + " rows";
        String words = "updating " + progress.table() + ", "
                + (progress.rows() == 0 ? "no row counted yet: a statement tells when it is over" : counted)
                + ", since " + duration(Duration.between(progress.since(), now.at()))
                + (now.blocked() ? ", blocked" : "")
                + (progress.left() == null || progress.leftAtMost() == null
                        ? ""
                        : ", left " + duration(progress.left()) + " to " + duration(progress.leftAtMost()))
                + (progress.certain() ? "" : "; uncertain: others have written to the database, too");
        Map<String, Object> values = values(true, words);
        values.put("ground", "counter");
        values.put("phase", "updating " + progress.table());
        values.put("certain", progress.certain());
        values.put("blocked", now.blocked());
        if (progress.percent() != null) {
            values.put("percent", progress.percent());
        }
        if (progress.left() != null && progress.leftAtMost() != null) {
            values.put("left", progress.left().toString());
            values.put("leftAtMost", progress.leftAtMost().toString());
        }
        return seen(values, QueryWords.of(now.query()) + ": " + words);
    }

    /** One line that can be pasted into the plan; phases that are known already are kept. */
    static String calibration(String before, Work work, double[] took) {
        StringBuilder line = new StringBuilder(before);
        for (int i = 0; i < took.length; i++) {
            String label = "\"" + work.phases().get(i).label() + "\": ";
            if (took[i] > 0 && !before.contains(label)) {
                line.append(line.isEmpty() ? "" : ", ")
                        .append(label)
                        .append(Math.max(1, Math.round(took[i] * 1000)))
                        .append("ms");
            }
        }
        return line.toString();
    }

    private static String doing(Sighting now, Phase phase, Position at, Estimate estimate) {
        String since = duration(estimate.inPhase());
        String normal = estimate.normal() ? "normal here" : "not normal here";
        return switch (phase.kind()) {
            case HEAP -> ", " + megabytes(at.written()) + " of about " + megabytes(phase.bytes());
            case INDEX ->
                at.written() == 0
                        ? ", no byte written for " + since + " while it is sorted, " + normal
                        : ", " + megabytes(at.written()) + " of about " + megabytes(phase.bytes());
            case FOREIGN_KEYS, CHECK -> ", no byte written for " + since + " while they are checked, " + normal;
            case REPORTED -> reportedShare(now, phase);
        };
    }

    private static String reportedShare(Sighting now, Phase phase) {
        Sighting.Reported told = now.reported();
        if (told == null) {
            return "";
        }
        String share = told.total() > 0 ? ", " + told.done() + " of " + told.total() + " of this phase" : "";
        return told.phase().equals(phase.label()) ? share : ": " + told.phase();
    }

    private static String blockedBy(Sighting now) {
        return "blocked by " + (now.blocker() == null ? "somebody we do not see" : now.blocker());
    }

    private static String age(Sighting now) {
        return now.statementAt() == null ? "" : ", since " + duration(Duration.between(now.statementAt(), now.at()));
    }

    private static String pasted(String words, String calibration) {
        return calibration.isEmpty() ? words : words + "; for the next time, rehearsal: {" + calibration + "}";
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGABYTE);
    }

    private static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }

    private static Map<String, Object> values(boolean running, String words) {
        Map<String, Object> values = new TreeMap<>();
        values.put("running", running);
        values.put("words", words);
        return values;
    }

    private static Look seen(Map<String, Object> values, String evidence) {
        return Look.seen(values, new Evidence(evidence, null));
    }
}
