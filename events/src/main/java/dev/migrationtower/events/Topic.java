package dev.migrationtower.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The topics of the tower, with the settings they are created with.
 *
 * <p>{@link #COMMANDS}, {@link #OBSERVATIONS} and {@link #EVENTS} are keyed by run id and have the same number of partitions, so
 * that one run is one ordered stream. Whoever writes to them in another language must use the Java client's partitioner (murmur2).
 */
public enum Topic {
    /** Key: run. Value: {@link Command}. */
    COMMANDS("tower.commands", 12, Retention.of(Duration.ofDays(30))),
    /** Key: {@link CheckKey}. Value: {@link CheckSpec}, or a tombstone when the check is no longer to be looked at. */
    CHECKS("tower.checks", 12, Retention.LATEST),
    /** Key: run. Value: {@link Observation}. */
    OBSERVATIONS("tower.observations", 12, Retention.of(Duration.ofDays(7))),
    /** Key: run. Value: {@link Event}, as a CloudEvent in Kafka's binary mode. The record: kept for ever. */
    EVENTS("tower.events", 12, Retention.FOREVER),
    /** Key: run or {@link CheckKey}. Value: {@link View.RunView} or {@link View.CheckView}, as it stands now. */
    STATE("tower.state", 12, Retention.LATEST),
    /** Key: probe instance. Value: {@link ProbeAlive}. */
    PROBES("tower.probes", 1, Retention.LATEST_FOR_A_DAY),
    /** Key: channel and notice, see {@link Delivery#key}. Value: {@link Delivery}. */
    DELIVERIES("tower.deliveries", 1, Retention.LATEST),
    /** Key and value as they were; the headers of {@link DeadLetter} say why and whence. */
    DEAD_LETTERS("tower.dead-letters", 1, Retention.ofLarger(Duration.ofDays(30)));

    private final String topicName;
    private final int partitions;
    private final Map<String, String> settings;

    Topic(String topicName, int partitions, Map<String, String> settings) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.settings = settings;
    }

    /** The name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** How many partitions it is created with. */
    public int partitions() {
        return partitions;
    }

    /** The topic settings of Kafka that it is created with, never null. */
    public Map<String, String> settings() {
        return settings;
    }

    /** How long records stay, in Kafka's own settings. */
    private static final class Retention {
        static final Map<String, String> FOREVER = Map.of("cleanup.policy", "delete", "retention.ms", "-1");
        /** Kafka compacts closed segments only; with its default of 1 GiB a newcomer would read every state there ever was. */
        static final Map<String, String> LATEST =
                Map.of("cleanup.policy", "compact", "segment.bytes", Integer.toString(16 << 20));

        static final Map<String, String> LATEST_FOR_A_DAY = Map.of(
                "cleanup.policy",
                "compact,delete",
                "retention.ms",
                Long.toString(Duration.ofDays(1).toMillis()));

        /** For what is as large as a record can be elsewhere, and has headers on top. */
        static Map<String, String> ofLarger(Duration age) {
            Map<String, String> settings = new HashMap<>(of(age));
            settings.put("max.message.bytes", Integer.toString(2 << 20));
            return Map.copyOf(settings);
        }

        static Map<String, String> of(Duration age) {
            return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(age.toMillis()));
        }
    }
}
