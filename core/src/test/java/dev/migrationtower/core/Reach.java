package dev.migrationtower.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;

/**
 * How far the nights come on which a property is tried, counted on others of the same kind: a law that is tried on nights in which
 * nothing happens is kept by everything.
 */
public final class Reach {
    private final int nights;
    private final Map<Object, Integer> nightsWith = new HashMap<>();

    private Reach(int nights) {
        this.nights = nights;
    }

    /** Plays so many nights, always the same. Each tells to what it came. */
    public static <T> Reach of(Arbitrary<T> nights, int number, Function<T, Set<?>> play) {
        Reach reach = new Reach(number);
        nights.generator(1_000).stream(new Random(20220723))
                .limit(number)
                .map(night -> play.apply(night.value()))
                .forEach(all -> all.forEach(one -> reach.nightsWith.merge(one, 1, Integer::sum)));
        return reach;
    }

    /** At least so many of the nights came to each of these. */
    public Reach often(int atLeast, Object... all) {
        assertThat(Arrays.asList(all))
                .allSatisfy(one -> assertThat(nightsWith.getOrDefault(one, 0))
                        .as("nights of %s with %s, of %s", nights, one, nightsWith)
                        .isGreaterThanOrEqualTo(atLeast));
        return this;
    }

    /** All that some night came to. */
    public Set<Object> all() {
        return nightsWith.keySet();
    }
}
