package dev.migrationtower.probe.postgres;

import dev.migrationtower.probe.postgres.sql.Findings;
import java.util.List;

/** What the server told. */
sealed interface PostgresAnswer {

    /** Nothing that could be trusted: the role does not see the sessions of others. */
    record Blind(String role) implements PostgresAnswer {}

    /** @param parts in the order in which they were asked */
    record Sight(List<Findings> parts) implements PostgresAnswer {}
}
