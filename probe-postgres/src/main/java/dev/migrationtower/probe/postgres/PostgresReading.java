package dev.migrationtower.probe.postgres;

import dev.migrationtower.events.Evidence;
import dev.migrationtower.probe.postgres.sql.Findings;
import dev.migrationtower.probe.runtime.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Makes values of an answer, by the names of the probe's schema. Pure. */
final class PostgresReading {
    private PostgresReading() {}

    /** @param first gives the server that the datasource led to at first; another one now is a failover or a restart */
    static Look of(PostgresSettings settings, PostgresAnswer answer, UnaryOperator<Standing> first) {
        String datasource = "Datasource " + settings.datasource() + ": ";
        return switch (answer) {
            case PostgresAnswer.Blind blind ->
                Look.unobservable(
                        "lacks-pg-monitor",
                        datasource + "the role " + blind.role()
                                + " does not see the sessions of others, so that nothing can be counted. As a superuser run:"
                                + " GRANT pg_monitor TO \"" + blind.role().replace("\"", "\"\"") + "\"");
            case PostgresAnswer.Pooled pooled ->
                Look.unobservable(
                        "pooler",
                        datasource
                                + "a connection pooler answers, not the server. Give the datasource the address of the"
                                + " server itself.");
            case PostgresAnswer.Elsewhere elsewhere ->
                Look.unobservable(
                        elsewhere.standing().standby() ? "standby" : "not-a-standby",
                        datasource + "it leads to "
                                + (elsewhere.standing().standby() ? "a standby" : "a primary") + " ("
                                + elsewhere.standing().words() + "), and the check wants a "
                                + settings.server().word()
                                + ". After a failover correct its url, or let it name all servers and"
                                + " targetServerType=primary; else set `server` of the check.");
            case PostgresAnswer.Sight sight -> seen(sight, first.apply(sight.standing()));
        };
    }

    private static Look seen(PostgresAnswer.Sight sight, Standing first) {
        Map<String, Object> values = new TreeMap<>();
        List<String> words = new ArrayList<>();
        for (Findings part : sight.parts()) {
            values.putAll(part.values());
            words.addAll(part.words());
        }
        values.put("server", sight.standing().values(first));
        if (!sight.standing().same(first)) {
            words.add("another server than at first answers, or it was started anew: now "
                    + sight.standing().words() + "; at first " + first.words());
        }
        return Look.seen(values, new Evidence(String.join("; ", words), null));
    }
}
