package dev.migrationtower.aggregator.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What outlives a restart, as key-value stores of JSON. They are kept in memory, not on disk: a run is some kilobytes, a restart
 * reads them back from their changelog topics, and an instance that starts on another machine does exactly the same.
 */
enum Memory {
    /** By run: {@link dev.migrationtower.core.fold.Orders}. */
    ORDERS,
    /** By run: {@link dev.migrationtower.core.fold.RunMemory}. */
    RUNS,
    /** By {@link dev.migrationtower.events.CheckKey}: {@link dev.migrationtower.core.fold.CheckMemory}. */
    CHECKS;

    /**
     * Kafka compacts closed segments only; with its default of 1 GiB a long night would be read back in full. A plan may be as
     * large as a command, and is wrapped once more here.
     */
    private static final Map<String, String> CHANGELOG = Map.of(
            "segment.bytes",
            Integer.toString(8 << 20),
            "max.message.bytes",
            Integer.toString(Effects.LARGEST_BYTES * 2));

    /** The name of the store, and the last part but one of its changelog topic's name. */
    String storeName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    StoreBuilder<KeyValueStore<String, byte[]>> store() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(storeName()), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG)
                .withCachingDisabled();
    }
}
