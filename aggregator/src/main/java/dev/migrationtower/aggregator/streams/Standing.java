package dev.migrationtower.aggregator.streams;

/**
 * How the aggregator stands with Kafka.
 *
 * @param ready whether inputs are being taken in
 * @param words the same for the person who must act: what is missing, and what to do
 */
public record Standing(boolean ready, String words) {
    static Standing ready(String words) {
        return new Standing(true, words);
    }

    static Standing notReady(String words) {
        return new Standing(false, words);
    }
}
