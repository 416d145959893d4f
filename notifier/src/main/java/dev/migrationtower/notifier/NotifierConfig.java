package dev.migrationtower.notifier;

import dev.migrationtower.notifier.channel.ChannelConfig;
import dev.migrationtower.notifier.report.ReportConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the notifier must know. */
@ConfigMapping(prefix = "tower.notifier")
interface NotifierConfig {
    /** Where people find the page of the tower; messages link to it. */
    Optional<URI> page();

    /** By name. */
    Map<String, ChannelConfig> channels();

    /** How long the first trouble waits for others, to be told together. */
    @WithDefault("10s")
    Duration gather();

    /** The least time between two notices of troubles of a run. */
    @WithDefault("1m")
    Duration spacing();

    /** How long after the last word an unresolved trouble is told again; then after twice as long, and so on. */
    @WithDefault("15m")
    Duration remindAfter();

    /** But never later than so long after the last word. */
    @WithDefault("4h")
    Duration remindAtMost();

    /** How long something may be out of sight before it is told. */
    @WithDefault("5m")
    Duration unseenAfter();

    /** How long after a failed attempt a receiver is tried again; then after twice as long, and so on. */
    @WithDefault("1s")
    Duration retryFirst();

    /** But never later than so long after the last attempt. */
    @WithDefault("1m")
    Duration retryAtMost();

    /** How old a notice may become before it is given up. */
    @WithDefault("24h")
    Duration expiresAfter();

    /** How far back the record is read at a start: longer than any run from the loading of its plan to its end. */
    @WithDefault("30d")
    Duration lookBack();

    ReportConfig report();
}
