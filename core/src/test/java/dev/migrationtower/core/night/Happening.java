package dev.migrationtower.core.night;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Outcome.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One thing that happens in a scenario, and when. */
sealed interface Happening {
    Instant at();

    /**
     * From now on, this is what a probe sees when it looks; log lines stand for those that can be found by then.
     *
     * @param what {@code check}, {@code check/item}, or {@code check/*} for all of its items
     * @param until when a value {@code 10 to 20} has got to 20
     */
    record Shows(Instant at, String what, Outcome outcome, Instant until) implements Happening {
        private static final Pattern RISE = Pattern.compile("([0-9.]+) to ([0-9.]+)");

        Outcome at(Instant now) {
            if (!(outcome instanceof Outcome.Reading(Map<String, Object> values))) {
                return outcome;
            }
            Map<String, Object> risen = new HashMap<>(values);
            risen.replaceAll((name, value) -> risen(value, now));
            return new Outcome.Reading(risen);
        }

        private Object risen(Object value, Instant now) {
            Matcher rise = RISE.matcher(value.toString());
            if (!rise.matches()) {
                return value;
            }
            double from = Double.parseDouble(rise.group(1));
            double to = Double.parseDouble(rise.group(2));
            double done = (double) Duration.between(at, now).toSeconds()
                    / Duration.between(at, until).toSeconds();
            return from + (to - from) * Math.min(1, done);
        }
    }

    /** A line can be found in the log from now on; it was written before. */
    record Appears(Instant at, LogLine line) implements Happening {}

    /** A kind of probe stops to look, or begins again. */
    record Probe(Instant at, String probe, boolean looks) implements Happening {}

    /** Somebody asks for something. */
    record Asks(Instant at, String who, Action action, String reason) implements Happening {}

    /** Somebody loads the plan, after writing something else in the place of a part of it. */
    record Plans(Instant at, String who, String old, String replacement) implements Happening {}
}
