package dev.migrationtower.aggregator;

import dev.migrationtower.events.Ids;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** What can be set; README.md has the table. */
@ConfigMapping(prefix = "tower")
interface AggregatorConfig {

    /** Unique among the aggregators of one Kafka, and the same after a restart. */
    @WithDefault("aggregator-1")
    String instance();

    /** How many copies topics are created with; the broker's default if not set. */
    OptionalInt replication();

    /** How long after its end a run still has metrics. */
    @WithDefault("PT5M")
    Duration keepFinished();

    /**
     * Refuses what cannot work.
     *
     * @throws IllegalArgumentException naming the key, and what may stand there
     */
    static void check(AggregatorConfig config) {
        if (!Ids.valid(config.instance())) {
            throw wrong("tower.instance (TOWER_INSTANCE)", config.instance(), "letters, digits, '.', '_' or '-'");
        }
        config.replication().ifPresent(copies -> {
            if (copies < 1 || copies > Short.MAX_VALUE) {
                throw wrong("tower.replication (TOWER_REPLICATION)", Integer.toString(copies), "a number from 1 on");
            }
        });
    }

    private static IllegalArgumentException wrong(String key, String value, String wanted) {
        return new IllegalArgumentException(key + " is \"" + value + "\"; it must be " + wanted);
    }
}
