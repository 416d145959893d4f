package dev.migrationtower.probe.postgres.rewrite;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far one statement is, of where it was seen to stand, one sighting after the other. Phases weigh what they are expected to take.
 * Within one that writes, bytes tell the share; one that writes nothing is modelled by time: as expected to four fifths, and what is
 * then still not over is taken to need a quarter more of what it took. How much slower this server is than expected, the phases that
 * are over tell, and the one under way once enough of it is written. Time that it is blocked is no progress. Not thread-safe.
 */
final class Estimator {
    /** A statement that is not over is not further than this, in percent. */
    static final double ALMOST = 99;

    /** From this share on the bytes of a phase tell how fast it is. */
    private static final double TELLING = 0.2;

    private static final double LATE = 0.8;
    private static final double OVERTIME = 0.25;

    private static final double SPREAD_REHEARSED = 1.3;
    private static final double SPREAD_MEASURED = 1.6;
    private static final double SPREAD_ASSUMED = 3;

    private final List<Phase> phases;
    private final boolean rehearsed;
    private final double[] took;
    private Instant since;
    private Instant last;
    private int current;
    private double best;

    /** @param began when the statement did */
    Estimator(Work work, Instant began) {
        phases = work.phases();
        rehearsed = work.rehearsed();
        took = new double[phases.size()];
        since = began;
        last = began;
    }

    /** @param share of the phase by its bytes; NaN: it writes none now */
    Estimate at(Instant now, int phase, double share, boolean blocked) {
        if (blocked) {
            since = since.plus(Duration.between(last, now));
        }
        last = now;
        if (phase > current) {
            advance(phase, now);
        }
        double elapsed = Math.max(0, seconds(since, now));
        double known = phase < current ? Double.NaN : Math.min(1, share);
        double pace = pace(elapsed, known);
        double expected = phases.get(current).seconds() * pace;
        double left = known >= TELLING ? elapsed * (1 - known) / known : left(expected, elapsed);
        double done = Double.isNaN(known) ? elapsed / Math.max(elapsed + left, 1e-9) : known;
        double behind = sum(0, current) + phases.get(current).seconds() * Math.min(done, 0.999);
        best = Math.max(best, Math.min(ALMOST, Math.floor(1000 * behind / sum(0, phases.size())) / 10));
        double ahead = left + sum(current + 1, phases.size()) * pace;
        double spread = spread(known);
        return new Estimate(
                phases.get(current),
                best,
                duration(ahead),
                duration(Math.max(ahead * spread, left(expected * spread, elapsed))),
                duration(elapsed),
                elapsed <= expected * Math.max(2, spread));
    }

    /** What each phase that is over took, in seconds; 0: it was not seen. The last one, if the statement is over, until then. */
    double[] took() {
        double[] all = took.clone();
        all[current] = Math.max(0, seconds(since, last));
        return all;
    }

    /** Those that were passed between two sightings share the time. */
    private void advance(int phase, Instant now) {
        double elapsed = Math.max(0, seconds(since, now));
        double expected = sum(current, phase);
        for (int i = current; i < phase; i++) {
            took[i] = elapsed * phases.get(i).seconds() / expected;
        }
        current = phase;
        since = now;
    }

    /** Seconds for one expected second. */
    private double pace(double elapsed, double known) {
        double real = 0;
        double planned = sum(0, current);
        for (int i = 0; i < current; i++) {
            real += took[i];
        }
        if (known >= TELLING) {
            real += elapsed;
            planned += phases.get(current).seconds() * known;
        }
        return planned == 0 || real == 0 ? 1 : real / planned;
    }

    private double spread(double known) {
        if (rehearsed) {
            return SPREAD_REHEARSED;
        }
        return current > 0 || known >= TELLING ? SPREAD_MEASURED : SPREAD_ASSUMED;
    }

    private double sum(int from, int to) {
        return phases.subList(from, to).stream().mapToDouble(Phase::seconds).sum();
    }

    private static double left(double expected, double elapsed) {
        return elapsed < expected * LATE ? expected - elapsed : elapsed * OVERTIME;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
