package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an expectation holds. Unknown is not a shade of the other two: it never passes a gate and is never drawn green. */
public enum Verdict {
    MET,
    NOT_MET,
    /** Not observed, unobservable, or older than its freshness. */
    UNKNOWN;

    /** The word on the wire and in metrics, kebab-case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
