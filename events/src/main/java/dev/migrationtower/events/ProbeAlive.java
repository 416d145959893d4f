package dev.migrationtower.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sign of life of one instance of a probe, every few seconds; a last one with {@code stopping} when it ends in order.
 *
 * @param checks how many checks it has in its hands now
 * @param late the keys of those whose look is overdue, the latest first, at most ten
 * @param schema the probe's own JSON Schema, for a probe that {@link ProbeSchema} does not know
 */
public record ProbeAlive(
        String probe,
        String instance,
        Instant at,
        Instant startedAt,
        int checks,
        List<String> late,
        boolean stopping,
        @Nullable Map<String, Object> schema) {

    public ProbeAlive {
        late = List.copyOf(late);
    }
}
