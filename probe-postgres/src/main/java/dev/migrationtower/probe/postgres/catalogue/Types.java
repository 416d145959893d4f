package dev.migrationtower.probe.postgres.catalogue;

import dev.migrationtower.probe.postgres.sql.Findings;
import dev.migrationtower.probe.postgres.sql.Part;
import dev.migrationtower.probe.postgres.sql.Question;
import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Settings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The types that columns and sequences have, by the position of the name that was asked for. */
public record Types(List<CatalogueName> columns, List<CatalogueName> sequences) implements Part {
    private static final Question COLUMNS = Question.of("columns");
    private static final Question SEQUENCES = Question.of("sequences");

    /** @throws dev.migrationtower.probe.runtime.WrongSettingException if a name is none */
    public static Optional<Part> of(Settings settings) {
        Types types = new Types(
                settings.texts("columns").stream().map(CatalogueName::column).toList(),
                settings.texts("sequences").stream()
                        .map(CatalogueName::sequence)
                        .toList());
        return types.columns.isEmpty() && types.sequences.isEmpty() ? Optional.empty() : Optional.of(types);
    }

    @Override
    public Findings ask(Server server) throws SQLException {
        return found(
                types(
                        server,
                        COLUMNS,
                        columns,
                        List.of(CatalogueName::schema, CatalogueName::relation, CatalogueName::attribute)),
                types(server, SEQUENCES, sequences, List.of(CatalogueName::schema, CatalogueName::relation)));
    }

    private static Map<Integer, String> types(
            Server server, Question question, List<CatalogueName> names, List<Function<CatalogueName, String>> parts)
            throws SQLException {
        Map<Integer, String> types = new TreeMap<>();
        if (!names.isEmpty()) {
            server.ask(
                            question,
                            row -> Map.entry(row.getInt("position") - 1, row.getString("type")),
                            parts.stream()
                                    .map(part -> names.stream().map(part).toList())
                                    .toArray())
                    .forEach(found -> types.put(found.getKey(), found.getValue()));
        }
        return types;
    }

    /** In the order they were asked for; one that is not there has no type. */
    Findings found(Map<Integer, String> columnTypes, Map<Integer, String> sequenceTypes) {
        Map<String, Object> values = new TreeMap<>();
        List<String> words = new ArrayList<>();
        put("columns", columns, columnTypes, values, words);
        put("sequences", sequences, sequenceTypes, values, words);
        return new Findings(values, words);
    }

    private static void put(
            String value,
            List<CatalogueName> names,
            Map<Integer, String> found,
            Map<String, Object> values,
            List<String> words) {
        if (names.isEmpty()) {
            return;
        }
        List<Map<String, Object>> types = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).text();
            String type = found.get(i);
            types.add(
                    type == null
                            ? Map.of("name", name, "found", false)
                            : Map.of("name", name, "found", true, "type", type));
            words.add(name + " " + (type == null ? "not found" : type));
        }
        values.put(value, types);
    }
}
