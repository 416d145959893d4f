package dev.migrationtower.notifier.notice;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Moments of which some never come. */
final class Due {
    private Due() {}

    /** The first of them; null if none comes. */
    static @Nullable Instant first(@Nullable Instant... moments) {
        return Arrays.stream(moments)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
