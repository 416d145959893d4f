package dev.migrationtower.probe.postgres;

import dev.migrationtower.events.Evidence;
import dev.migrationtower.probe.postgres.sql.Findings;
import dev.migrationtower.probe.runtime.Look;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes values of an answer, by the names of the probe's schema. Pure. */
final class PostgresReading {
    private PostgresReading() {}

    static Look of(PostgresSettings settings, PostgresAnswer answer) {
        return switch (answer) {
            case PostgresAnswer.Blind blind -> blind(settings, blind);
            case PostgresAnswer.Sight sight -> seen(sight.parts());
        };
    }

    private static Look blind(PostgresSettings settings, PostgresAnswer.Blind blind) {
        return Look.unobservable(
                "lacks-pg-monitor",
                "Datasource " + settings.datasource() + ": the role " + blind.role()
                        + " does not see the sessions of others, so that nothing can be counted. As a superuser run: GRANT"
                        + " pg_monitor TO \"" + blind.role().replace("\"", "\"\"") + "\"");
    }

    private static Look seen(List<Findings> parts) {
        Map<String, Object> values = new TreeMap<>();
        parts.forEach(part -> values.putAll(part.values()));
        List<String> words =
                parts.stream().flatMap(part -> part.words().stream()).toList();
        return Look.seen(values, new Evidence(String.join("; ", words), null));
    }
}
