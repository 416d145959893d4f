package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Observation;
import java.util.Map;

/** An observation on its way to Kafka, with the headers that go with it. */
record Parcel(Observation observation, Map<String, String> headers) {

    CheckKey key() {
        return observation.key();
    }
}
