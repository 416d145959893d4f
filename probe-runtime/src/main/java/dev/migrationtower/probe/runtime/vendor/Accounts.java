package dev.migrationtower.probe.runtime.vendor;

import dev.migrationtower.probe.runtime.Look;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The accounts at a vendor, by the names that plans use.
 *
 * @param key of the configuration that they stand under: {@code tower.scalingo.accounts}
 */
public record Accounts<A>(String key, Map<String, A> byName) {

    public Accounts {
        byName = Map.copyOf(byName);
    }

    /** One of each that the configuration names. */
    public static <C, A> Accounts<A> of(String key, Map<String, C> configured, BiFunction<String, C, A> account) {
        Map<String, A> byName = new TreeMap<>();
        configured.forEach((name, config) -> byName.put(name, account.apply(name, config)));
        return new Accounts<>(key, byName);
    }

    /** The account of this name. */
    public Optional<A> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The look that stands for one at an account that we do not have. */
    public Look missing(String name) {
        return Look.unobservable(
                "no-such-account",
                "The environment of this probe has no account \"" + name + "\""
                        + (byName.isEmpty() ? ", nor any other" : ", only " + new TreeMap<>(byName).keySet())
                        + ". Set " + key + "." + name + ".*, or correct the plan.");
    }
}
