package dev.migrationtower.probe.postgres.sql;

import java.sql.SQLException;

/** One part of what a check wants to know: what its settings do not call for is not asked. */
@FunctionalInterface
public interface Part {
    Findings ask(Server server) throws SQLException;
}
