package dev.migrationtower.probe.runtime;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the frame must know. */
@StaticInitSafe
@ConfigMapping(prefix = "tower")
interface FrameConfig {
    /** The kind of probe, as plans name it; also names the consumer group. Set by the probe module itself. */
    String probe();

    /** The name of this instance, unique among those of its kind, and the same again after a restart. */
    @WithDefault("probe-${tower.probe}-1")
    String instance();

    /** How long one look may take when its check does not say. */
    @WithDefault("10s")
    Duration lookTimeout();

    /** How many looks there may be at the same time. */
    @WithDefault("256")
    int looksAtOnce();
}
