package dev.migrationtower.dashboard.record;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the record is kept in memory. */
@ConfigMapping(prefix = "tower.record")
interface RecordConfig {
    /** How many of the newest events of a run can be replayed to a browser that lost its link. */
    @WithDefault("5000")
    int frames();

    /** How far back, in records per partition, the events are read at start. */
    @WithDefault("20000")
    long tail();
}
