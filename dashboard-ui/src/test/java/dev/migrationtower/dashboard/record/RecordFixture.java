package dev.migrationtower.dashboard.record;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;

/** A run's record in the hands of a test of another package. */
public record RecordFixture(RunRecord record) {
    public static RecordFixture of(String run, int frames) {
        return new RecordFixture(new RunRecord(run, frames));
    }

    public RecordFixture apply(Event event) {
        record.apply(event, Json.write(event));
        return this;
    }

    public void forget() {
        record.forget();
    }
}
