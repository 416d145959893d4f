package dev.migrationtower.probe.postgres;

import dev.migrationtower.probe.postgres.sql.Findings;
import java.util.List;

/** What the server told. */
sealed interface PostgresAnswer {

    /** Nothing that could be trusted: the role does not see the sessions of others. */
    record Blind(String role) implements PostgresAnswer {}

    /** Nothing that could be trusted: a pooler stands between us, and our time-outs may not have come through. */
    record Pooled() implements PostgresAnswer {}

    /** Nothing that was wanted: what is connected to this server says nothing of the one that was meant. */
    record Elsewhere(Standing standing) implements PostgresAnswer {}

    /** @param parts in the order in which they were asked */
    record Sight(Standing standing, List<Findings> parts) implements PostgresAnswer {}
}
