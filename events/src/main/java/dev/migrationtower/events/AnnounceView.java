package dev.migrationtower.events;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When people outside are told, as the plan promises.
 *
 * @param before so long before the window opens, the longest first
 * @param on the occasions: {@code start}, {@code phase}, {@code breach}, {@code overrun}, {@code end}
 * @param every at the latest so long after they were told last; absent: when something happens
 */
public record AnnounceView(
        List<Duration> before, List<String> on, @Nullable Duration every) {
    public AnnounceView {
        before = List.copyOf(before);
        on = List.copyOf(on);
    }
}
