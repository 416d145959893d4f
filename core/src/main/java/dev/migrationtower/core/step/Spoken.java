package dev.migrationtower.core.step;

import dev.migrationtower.core.plan.Script;
import java.time.Duration;

/** Pieces of sentences about lanes, and how long things take in any sentence. */
public final class Spoken {
    private Spoken() {}

    /** {@code lane api}; a script without lanes has none to name. */
    static String lane(String id) {
        return id.equals(Script.ONLY_LANE) ? "the script" : "lane " + id;
    }

    /** {@code 62 %}, {@code 62.5 %}. */
    static String percent(double percent) {
        return (percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent)) + " %";
    }

    /** {@code 12 s}, {@code 4 min 10 s}, {@code 2 h 31 min}. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        long minutes = seconds / 60;
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
