package dev.migrationtower.probe.runtime.follow;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known, between two looks, of each check that follows a script. A check that changed is followed anew, from its own
 * beginning. Thread-safe.
 *
 * @param <F> what is known; closed when it is needed no more
 */
public final class Followed<F extends AutoCloseable> {
    /** The aggregator names them so: {@code migrate.follow}, {@code migrate.follow-2}. */
    private static final Pattern NAME = Pattern.compile(".+\\.follow(-\\d+)?");

    private final Map<CheckKey, Follower<F>> followers = new ConcurrentHashMap<>();

    private record Follower<F>(CheckSpec check, F known) {}

    /** Whether this check wants lines and not values. */
    public static boolean is(CheckSpec check) {
        return check.since() != null || NAME.matcher(check.check()).matches();
    }

    /** What is known of this check; made new for one that is new or has changed. */
    public F of(CheckSpec check, Function<CheckSpec, F> begin) {
        return followers.compute(check.key(), (key, old) -> {
                    if (old != null && old.check.equals(check)) {
                        return old;
                    }
                    close(old);
                    return new Follower<>(check, begin.apply(check));
                })
                .known;
    }

    /** The check is followed no more. */
    public void forget(CheckKey key) {
        close(followers.remove(key));
    }

    private static void close(@Nullable Follower<?> follower) {
        if (follower == null || !(follower.known() instanceof AutoCloseable known)) {
            return;
        }
        try {
            known.close();
        } catch (Exception e) {
            throw new IllegalStateException("what follows " + follower.check().key() + " cannot be closed", e);
        }
    }
}
