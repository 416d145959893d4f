package dev.migrationtower.core.fold;

import dev.migrationtower.events.Verdict;

/** How many of a gate's criteria, counted per item, are met, not met, unknown. */
public record Tally(int met, int notMet, int unknown) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Verdict verdict) {
        return moved(verdict, 1);
    }

    Tally minus(Verdict verdict) {
        return moved(verdict, -1);
    }

    private Tally moved(Verdict verdict, int by) {
        return switch (verdict) {
            case MET -> new Tally(met + by, notMet, unknown);
            case NOT_MET -> new Tally(met, notMet + by, unknown);
            case UNKNOWN -> new Tally(met, notMet, unknown + by);
        };
    }

    int total() {
        return met + notMet + unknown;
    }

    boolean allMet() {
        return met > 0 && notMet == 0 && unknown == 0;
    }

    /** {@code 2 of 3 met, 1 unknown} */
    String words() {
        return met + " of " + total() + " met" + (notMet > 0 ? ", " + notMet + " not met" : "")
                + (unknown > 0 ? ", " + unknown + " unknown" : "");
    }
}
