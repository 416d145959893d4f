package dev.migrationtower.probe.postgres.blocking;

import dev.migrationtower.probe.postgres.sql.Findings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes values of who waits for whom. Pure. */
final class BlockingReading {
    private BlockingReading() {}

    /** @param migrations how many sessions the migration has; without one, nothing can be said of what blocks it */
    static Findings of(boolean hideQueries, int migrations, List<Blocker> blockers, List<Waiters> waits) {
        if (migrations == 0) {
            return new Findings(Map.of("migrating", false), List.of("no session of the migration"));
        }
        List<Waiters> own = waits.stream().filter(Waiters::mine).toList();
        List<Waiters> queue = waits.stream().filter(waiters -> !waiters.mine()).toList();
        int waiting = queue.stream().mapToInt(Waiters::count).sum();
        Map<String, Object> values = new TreeMap<>();
        values.put("migrating", true);
        values.put("blocked", !own.isEmpty());
        values.put("waiting", waiting);
        values.put(
                "blockers",
                blockers.stream().map(blocker -> blocker.values(hideQueries)).toList());
        values.put(
                "queue",
                queue.stream().map(waiters -> waiters.values(hideQueries)).toList());
        List<String> words = new ArrayList<>();
        if (own.isEmpty()) {
            words.add("the migration waits for nobody");
        } else {
            values.put("blockedFor", longest(own).toString());
            words.add(blocked(longest(own), blockers));
        }
        if (waiting > 0) {
            values.put("longestWait", longest(queue).toString());
            words.add(waiting + " sessions wait behind the migration, the longest ("
                    + queue.getFirst().application() + ") for " + Spans.words(longest(queue)));
        }
        return new Findings(values, words);
    }

    private static String blocked(Duration since, List<Blocker> blockers) {
        String wait = "the migration has waited " + Spans.words(since) + " for a lock and makes no progress: ";
        if (blockers.isEmpty()) {
            return wait + "who blocks it has just let go, or is not to be seen";
        }
        Blocker root = blockers.getLast();
        return wait + "blocked by " + blockers.getFirst().words()
                + (blockers.size() > 1 ? " and " + (blockers.size() - 1) + " more" : "")
                + (root.depth() > 1 ? ", at the root of it " + root.words() : "");
    }

    private static Duration longest(List<Waiters> waits) {
        return waits.stream().map(Waiters::longest).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
