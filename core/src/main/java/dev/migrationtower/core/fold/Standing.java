package dev.migrationtower.core.fold;

import dev.migrationtower.events.Verdict;

/** How a criterion stands at its gate. */
enum Standing {
    MET,
    NOT_MET,
    UNKNOWN,
    /** Whatever it is, somebody answers for going on without it. */
    WAIVED;

    static Standing of(Verdict verdict) {
        return switch (verdict) {
            case MET -> MET;
            case NOT_MET -> NOT_MET;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
