package dev.migrationtower.core.fold;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.View;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one input brought about.
 *
 * @param state the run afterwards; null if there still is none
 * @param events in the order of their revisions
 * @param views what changed, as it stands now: the run under its id, a check under its key
 * @param gone the keys of checks that there are no more
 * @param touched the checks whose {@link CheckMemory} is another one now
 * @param ignored why the input had no effect, if it had none
 */
public record Step(
        @Nullable Run state,
        List<Event> events,
        SortedMap<String, View> views,
        SortedSet<String> gone,
        List<Assignment> assignments,
        Set<CheckKey> touched,
        @Nullable String ignored) {

    /** And then this; both as one step, of which the second may have been ignored. */
    Step then(Function<@Nullable Run, Step> next) {
        Step second = next.apply(state);
        SortedMap<String, View> newest = new TreeMap<>(views);
        newest.putAll(second.views);
        SortedSet<String> allGone = new TreeSet<>(gone);
        allGone.addAll(second.gone);
        newest.keySet().removeAll(allGone);
        Set<CheckKey> allTouched = new TreeSet<>(touched);
        allTouched.addAll(second.touched);
        return new Step(
                second.state,
                both(events, second.events),
                newest,
                allGone,
                both(assignments, second.assignments),
                Set.copyOf(allTouched),
                second.ignored);
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    static Step ignored(@Nullable Run state, String why) {
        return new Step(state, List.of(), new TreeMap<>(), new TreeSet<>(), List.of(), Set.of(), why);
    }
}
