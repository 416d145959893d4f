package dev.migrationtower.dashboard.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** A dashboard that every door leads into. */
public final class WithDoors implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Company.class));
    }
}
