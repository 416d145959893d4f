package dev.migrationtower.probe.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which kind of server may answer. */
enum Wanted {
    PRIMARY,
    STANDBY,
    ANY;

    static final List<String> WORDS = Arrays.stream(values()).map(Wanted::word).toList();

    static Wanted of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean accepts(Standing standing) {
        return switch (this) {
            case PRIMARY -> !standing.standby();
            case STANDBY -> standing.standby();
            case ANY -> true;
        };
    }
}
