package dev.migrationtower.aggregator.metrics;

import io.prometheus.client.GaugeMetricFamily;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A gauge of one scrape. */
final class Gauge extends GaugeMetricFamily {
    Gauge(String name, String help, String... labels) {
        super(name, help, List.of(labels));
    }

    void is(double value, String... labels) {
        addMetric(List.of(labels), value);
    }

    /** In seconds. */
    void is(Duration value, String... labels) {
        is(value.toMillis() / 1000.0, labels);
    }

    /** A state set: 1 for the one that is so, 0 for the others; its word is the last label. */
    <T extends Enum<T>> void isOneOf(T[] all, T one, Function<T, String> word, String... labels) {
        for (T candidate : all) {
            String[] withWord = Stream.concat(Stream.of(labels), Stream.of(word.apply(candidate)))
                    .toArray(String[]::new);
            is(candidate == one ? 1 : 0, withWord);
        }
    }
}
