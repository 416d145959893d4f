package dev.migrationtower.dashboard.course;

import dev.migrationtower.events.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise that was broken.
 *
 * @param phase the phase whose gate it was held for
 * @param saw what was seen instead of what was expected
 * @param to when it was as promised again; absent: the record has nothing of it
 */
public record Breach(
        String check,
        String item,
        Text title,
        String phase,
        String state,
        String expected,
        String saw,
        Instant from,
        @Nullable Instant to) {

    Breach until(Instant at) {
        return new Breach(check, item, title, phase, state, expected, saw, from, at);
    }
}
