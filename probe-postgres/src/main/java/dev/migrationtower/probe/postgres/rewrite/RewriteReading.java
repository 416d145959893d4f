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

    /** @param last the session that was there at the look before; absent: there was none */
    static Look none(@Nullable Sighting last, String calibration) {
        String words = last == null
                ? "no statement that rewrites is being executed"
                : "gone: pid " + last.pid() + " (" + last.application() + ") executes nothing that rewrites any more";
        return seen(values(false, words), pasted(words, calibration));
    }

    /** All statements so far are done, and nobody sees it yet. */
    static Look committing(Sighting now, String calibration) {
        String words = now.state().equals("active")
                ? "it commits"
                : "pid " + now.pid() + " (" + now.application() + ") is " + now.state()
                        + ": what it did is seen by nobody before it commits";
        return seen(values(false, words), pasted(words, calibration));
    }

    /** Its locks say that it rewrites something, and no more. */
    static Look hidden(Sighting now) {
        String words = "pid " + now.pid() + " (" + now.application()
                + ") rewrites something; its statement is hidden from this role, so that nobody can say how far it is. As a"
                + " superuser run: GRANT pg_monitor TO the role of the datasource";
        Map<String, Object> values = values(true, words);
        values.put("ground", "statement");
        return seen(values, words);
    }

    /** Neither the server nor locks nor files tell how far it is. */
    static Look bare(Sighting now) {
        String words = QueryWords.of(now.query())
                + age(now)
                + (now.blocked() ? ", " + blockedBy(now) : now.table() == null ? "" : ", nothing is rewritten yet");
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

    /** @param rehearsed whether a rehearsal says how long each phase takes */
    static Look estimated(Sighting now, Position at, Estimate estimate, boolean rehearsed) {
        Phase phase = estimate.phase();
        boolean certain = at.byFiles() || now.writers() == 0;
        String words = phase.label()
                + (now.blocked() ? ", " + blockedBy(now) : doing(phase, at, estimate))
                + ", left " + duration(estimate.left()) + " to " + duration(estimate.leftAtMost())
                + (rehearsed ? " (as rehearsed)" : " (no rehearsal)")
                + (certain ? "" : "; uncertain: " + now.writers() + " others write to the database too");
        Map<String, Object> values = values(true, words);
        values.put("percent", estimate.percent());
        values.put("phase", phase.label());
        values.put("left", estimate.left().toString());
        values.put("leftAtMost", estimate.leftAtMost().toString());
        values.put("ground", at.byFiles() ? "files" : "growth");
        values.put("certain", certain);
        values.put("blocked", now.blocked());
        values.put("normal", estimate.normal());
        if (phase.bytes() > 0) {
            values.put("written", at.written());
            values.put("expected", phase.bytes());
        }
        return seen(values, QueryWords.of(now.query()) + age(now) + ": " + words);
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

    private static String doing(Phase phase, Position at, Estimate estimate) {
        String since = duration(estimate.inPhase());
        String normal = estimate.normal() ? "normal here" : "not normal here";
        return switch (phase.kind()) {
            case HEAP -> ", " + megabytes(at.written()) + " of about " + megabytes(phase.bytes());
            case INDEX ->
                at.written() == 0
                        ? ", no byte written for " + since + " while it is sorted, " + normal
                        : ", " + megabytes(at.written()) + " of about " + megabytes(phase.bytes());
            case FOREIGN_KEYS -> ", no byte written for " + since + " while they are checked, " + normal;
            case REPORTED -> "";
        };
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
