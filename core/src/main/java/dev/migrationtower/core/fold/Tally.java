package dev.migrationtower.core.fold;

/** How many of several criteria are met, not met, unknown, waived. */
public record Tally(int met, int notMet, int unknown, int waived) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    static Tally ofUnknown(int unknown) {
        return new Tally(0, 0, unknown, 0);
    }

    Tally moved(Standing from, Standing to) {
        return counting(from, -1).counting(to, 1);
    }

    private Tally counting(Standing standing, int by) {
        return switch (standing) {
            case MET -> new Tally(met + by, notMet, unknown, waived);
            case NOT_MET -> new Tally(met, notMet + by, unknown, waived);
            case UNKNOWN -> new Tally(met, notMet, unknown + by, waived);
            case WAIVED -> new Tally(met, notMet, unknown, waived + by);
        };
    }

    int total() {
        return met + notMet + unknown + waived;
    }

    /** What so many of them being needed comes to: unknown as long as what is unknown could still decide it; nothing proves nothing. */
    Standing standing(int needed) {
        if (total() == 0) {
            return Standing.UNKNOWN;
        }
        if (met >= needed) {
            return Standing.MET;
        }
        if (met + waived >= needed) {
            return Standing.WAIVED;
        }
        return met + waived + unknown < needed ? Standing.NOT_MET : Standing.UNKNOWN;
    }

    /** {@code 2 of 3 met, 1 unknown} */
    String words() {
        return met + " of " + total() + " met" + (notMet > 0 ? ", " + notMet + " not met" : "")
                + (unknown > 0 ? ", " + unknown + " unknown" : "")
                + (waived > 0 ? ", " + waived + " waived" : "");
    }
}
