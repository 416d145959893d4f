package dev.migrationtower.probe.postgres.catalogue;

import dev.migrationtower.probe.postgres.sql.Findings;
import dev.migrationtower.probe.postgres.sql.Part;
import dev.migrationtower.probe.postgres.sql.Question;
import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a migration may leave behind in tables: invalid indexes, constraints that are not validated, missing statistics. */
public record Tables(List<CatalogueName> names) implements Part {
    private static final Question TABLES = Question.of("tables");
    private static final Question STATISTICS = Question.of("statistics");
    private static final String STATISTICS_GRANT =
            "GRANT SELECT (starelid, staattnum) ON pg_catalog.pg_statistic TO the probe's role";

    /** @throws dev.migrationtower.probe.runtime.WrongSettingException if a name is none */
    public static Optional<Part> of(Settings settings) {
        Tables tables = new Tables(CatalogueName.tables("tables", settings.texts("tables")));
        return tables.names.isEmpty() ? Optional.empty() : Optional.of(tables);
    }

    @Override
    public Findings ask(Server server) throws SQLException {
        Object[] wanted = {
            names.stream().map(CatalogueName::schema).toList(),
            names.stream().map(CatalogueName::relation).toList()
        };
        List<Table> found = server.ask(TABLES, Table::of, wanted);
        boolean sees = found.stream().allMatch(Table::seesStatistics);
        return found(found, sees ? Set.copyOf(server.ask(STATISTICS, row -> row.getInt("position"), wanted)) : null);
    }

    /** @param bare the positions of those without statistics; null: nobody can say */
    Findings found(List<Table> found, @Nullable Set<Integer> bare) {
        Map<Integer, Table> byPosition = found.stream().collect(Collectors.toMap(Table::position, table -> table));
        List<Map<String, Object>> tables = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> unanalyzed = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
            String name = names.get(i - 1).text();
            Table table = byPosition.get(i);
            if (table == null) {
                tables.add(Map.of("name", name, "found", false));
                words.add(name + " not found");
                continue;
            }
            Map<String, Object> values = new TreeMap<>(Map.of(
                    "name",
                    name,
                    "found",
                    true,
                    "invalidIndexes",
                    table.invalid(),
                    "unvalidated",
                    table.unvalidated()));
            if (bare != null) {
                values.put("analyzed", !bare.contains(i));
                if (bare.contains(i)) {
                    unanalyzed.add(name);
                }
            }
            tables.add(values);
            table.invalid().forEach(index -> words.add("index " + index + " of " + name + " is invalid"));
            table.unvalidated().forEach(it -> words.add("constraint " + it + " of " + name + " is not validated"));
        }
        Map<String, Object> values = new TreeMap<>();
        values.put("tables", tables);
        values.put("tablesFound", found.size() == names.size());
        values.put(
                "invalidIndexes",
                found.stream().mapToInt(table -> table.invalid().size()).sum());
        values.put(
                "unvalidated",
                found.stream().mapToInt(table -> table.unvalidated().size()).sum());
        if (bare == null) {
            words.add("whether statistics are missing cannot be seen; as a superuser run: " + STATISTICS_GRANT);
        } else {
            values.put("unanalyzed", unanalyzed.size());
            words.add(
                    unanalyzed.isEmpty()
                            ? "statistics are there"
                            : "run ANALYZE: " + unanalyzed.size() + " tables have none ("
                                    + String.join(", ", unanalyzed) + ")");
        }
        return new Findings(values, words);
    }

    /** What the catalogue says of one; the position counts from 1. */
    record Table(int position, List<String> invalid, List<String> unvalidated, boolean seesStatistics) {
        static Table of(ResultSet row) throws SQLException {
            return new Table(
                    row.getInt("position"),
                    texts(row, "invalid"),
                    texts(row, "unvalidated"),
                    row.getBoolean("sees_statistics"));
        }

        private static List<String> texts(ResultSet row, String column) throws SQLException {
            return Arrays.asList((String[]) row.getArray(column).getArray());
        }
    }
}
