package dev.migrationtower.test.infra;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the servers of the tests run; the tests are the same. */
public enum TestInfra {
    /** In the JVM of the tests, or as its child: nothing need be installed. */
    EMBEDDED,
    /** In containers, by Testcontainers: a container engine must be there. */
    CONTAINERS;

    /** As {@code TOWER_TEST_INFRA} in the environment says; embedded if it says nothing. */
    public static TestInfra chosen() {
        return of(System.getenv("TOWER_TEST_INFRA"));
    }

    static TestInfra of(@Nullable String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "", "embedded" -> EMBEDDED;
            case "containers" -> CONTAINERS;
            default ->
                throw new IllegalArgumentException(
                        "TOWER_TEST_INFRA is \"" + word + "\"; it must be embedded or containers");
        };
    }
}
