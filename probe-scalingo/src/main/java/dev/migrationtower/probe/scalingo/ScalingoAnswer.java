package dev.migrationtower.probe.scalingo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Scalingo told. */
sealed interface ScalingoAnswer {

    /** There is no such application, or not in this region. */
    record NoApp(String words) implements ScalingoAnswer {}

    /**
     * @param at by Scalingo's clock
     * @param database empty if none was asked for
     */
    record Sight(
            Instant at,
            ScalingoJson.App app,
            List<ScalingoJson.Container> containers,
            List<ScalingoJson.Wanted> formation,
            Optional<Database> database)
            implements ScalingoAnswer {}

    /**
     * @param disk of the leader, the newest measurement
     */
    record Database(
            ScalingoJson.Database database,
            List<ScalingoJson.Backup> backups,
            ScalingoJson.DatabaseStats stats,
            ScalingoJson.Disk disk) {}
}
