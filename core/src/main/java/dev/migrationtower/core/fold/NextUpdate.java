package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Announce;
import dev.migrationtower.core.plan.Announce.Moment;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.events.AnnouncementView;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When people outside are told more at the latest. */
final class NextUpdate {
    private NextUpdate() {}

    /**
     * Under way: so long after they were told last as the plan promises. Before: at the first of the plan's moments before the
     * opening that nobody was told at yet. Null if the plan promises nothing, or the run is over.
     */
    static @Nullable Instant of(Plan plan, RunMemory memory) {
        Announce announce = plan.announce();
        if (announce == null || memory.endedAt() != null) {
            return null;
        }
        Instant startedAt = memory.startedAt();
        Instant toldAt = memory.notices().announcements().stream()
                .map(AnnouncementView::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Duration every = announce.every();
        if (startedAt != null) {
            return every == null ? null : later(startedAt, toldAt).plus(every);
        }
        Window window = plan.window();
        return window == null ? null : beforeOpening(announce, window, toldAt);
    }

    private static @Nullable Instant beforeOpening(Announce announce, Window window, @Nullable Instant toldAt) {
        return announce.at().stream()
                .flatMap(moment -> switch (moment) {
                    case Moment.Before before -> Stream.of(window.opens().minus(before.opening()));
                    case Moment.When when -> Stream.empty();
                })
                .filter(at -> toldAt == null || at.isAfter(toldAt))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
