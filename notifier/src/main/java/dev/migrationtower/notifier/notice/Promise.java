package dev.migrationtower.notifier.notice;

import dev.migrationtower.events.AnnounceView;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a plan promises people: to be told before its window opens, and now and then while it is under way. */
final class Promise {
    private Promise() {}

    /** How long before the opening people are told next, after this moment; null if they are not. */
    static @Nullable Duration nextBefore(RunView run, Instant after) {
        AnnounceView announce = run.announce();
        Window window = run.window();
        return run.state() != RunState.SCHEDULED || announce == null || window == null
                ? null
                : announce.before().stream()
                        .filter(before -> window.opens().minus(before).isAfter(after))
                        .max(Duration::compareTo)
                        .orElse(null);
    }

    /**
     * When people are told how it stands, whatever happens, next after this moment: at what the page says, and then in the
     * plan's interval; null if nobody promised.
     */
    static @Nullable Instant nextStanding(RunView run, Instant after) {
        Instant promised = run.nextUpdateAt();
        if (run.state() != RunState.IN_PROGRESS || promised == null || promised.isAfter(after)) {
            return run.state() == RunState.IN_PROGRESS ? promised : null;
        }
        Duration every = run.announce() == null ? null : run.announce().every();
        return every == null
                ? null
                : promised.plus(
                        every.multipliedBy(Duration.between(promised, after).dividedBy(every) + 1));
    }

    /** When people are told more at the latest; null if nobody promised. */
    static @Nullable Instant nextUpdate(RunView run, Instant after) {
        Window window = run.window();
        if (run.state() != RunState.SCHEDULED || window == null) {
            return nextStanding(run, after);
        }
        Duration before = nextBefore(run, after);
        Instant next = before == null ? window.opens() : window.opens().minus(before);
        return next.isAfter(after) ? next : null;
    }
}
