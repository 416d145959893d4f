package dev.migrationtower.probe.postgres.rewrite;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** A statement that had so many times more before it than it had time for was not finished, but ended. */
    private static final double CUT_SHORT = 5;

    private static final double AT_ONCE = 0.2;

    private static final double LATE = 0.8;
    private static final double OVERTIME = 0.25;

    /**
     * From what is taken in half of the cases to what is not exceeded in nine of ten: the ninth decile of how often longer than told it
     * took, in recorded migrations on a machine on which others worked now and then. Those of FIGURES.md are not among them.
     */
    private static final double SPREAD_REHEARSED = 1.7;

    private static final double SPREAD_MEASURED = 1.75;
    private static final double SPREAD_ASSUMED = 3;

    private final List<Phase> phases;
    private final boolean rehearsed;
    private final double[] took;
    private Instant last;
    private boolean seen;
    private int current;
    private double inPhase;
    private double best;

    /** @param began when the statement did */
    Estimator(Work work, Instant began) {
        phases = work.phases();
        rehearsed = work.rehearsed();
        took = new double[phases.size()];
        last = began;
    }

    /** @param share of the phase by its bytes; NaN: it writes none now */
    Estimate at(Instant now, int phase, double share, boolean blocked) {
        double gap = blocked ? 0 : gap(now);
        last = now;
        if (phase > current) {
            advance(phase, gap);
        } else {
            inPhase += gap;
        }
        seen = true;
        double known = phase < current ? Double.NaN : Math.min(1, share);
        double pace = pace(known);
        double expected = phases.get(current).seconds() * pace;
        double left = left(expected, known);
        double done = Double.isNaN(known) ? inPhase / Math.max(inPhase + left, 1e-9) : known;
        double behind = sum(0, current) + phases.get(current).seconds() * Math.min(done, 0.999);
        best = Math.max(best, Math.min(ALMOST, Math.floor(1000 * behind / sum(0, phases.size())) / 10));
        double ahead = left + sum(current + 1, phases.size()) * pace;
        double spread = spread(known);
        return new Estimate(
                phases.get(current),
                best,
                duration(ahead),
                duration(Math.max(ahead * spread, leftByTime(expected * spread, inPhase))),
                duration(inPhase),
                inPhase <= expected * Math.max(2, spread));
    }

    /** What each phase took, in seconds, now that the statement is found to be over; empty if it was cut short, by all we know. */
    Optional<double[]> took(Instant now) {
        double gap = gap(now);
        double due = sum(current + 1, phases.size());
        if (due * pace(Double.NaN) > CUT_SHORT * (gap + AT_ONCE)) {
            return Optional.empty();
        }
        advance(phases.size(), gap);
        return Optional.of(took.clone());
    }

    /**
     * One phase was over, and the next one began, somewhere between two sightings: in the middle, for all we know. Those that were
     * passed in between, or before the first sighting, share the time as they were expected to.
     */
    private void advance(int phase, double gap) {
        if (seen && phase == current + 1) {
            took[current] = inPhase + gap / 2;
            inPhase = gap / 2;
        } else {
            double due = Math.max(0, phases.get(current).seconds() - inPhase);
            double passed = sum(current + 1, phase);
            double part = due + passed == 0 ? 0 : gap / (due + passed);
            took[current] = inPhase + due * part;
            for (int i = current + 1; i < phase; i++) {
                took[i] = phases.get(i).seconds() * part;
            }
            inPhase = 0;
        }
        current = phase;
    }

    /** Seconds for one expected second. */
    private double pace(double known) {
        double real = 0;
        double planned = sum(0, current);
        for (int i = 0; i < current; i++) {
            real += took[i];
        }
        if (known >= TELLING) {
            real += inPhase;
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

    /** What is left of the phase under way: of what its bytes say that it takes and what was expected, each as far as it is to be believed. */
    private double left(double expected, double known) {
        return known >= TELLING ? (1 - known) * (inPhase + (1 - known) * expected) : leftByTime(expected, inPhase);
    }

    private static double leftByTime(double expected, double elapsed) {
        return elapsed < expected * LATE ? expected - elapsed : elapsed * OVERTIME;
    }

    private double gap(Instant now) {
        return Math.max(0, Duration.between(last, now).toMillis() / 1000.0);
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
