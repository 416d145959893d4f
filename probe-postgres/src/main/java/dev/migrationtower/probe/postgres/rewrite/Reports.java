package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.rewrite.Phase.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a command has to do that the server reports of: its phases in their order, by the server's own names. */
final class Reports {
    /** What a row costs, in seconds, of an index of numbers: measured on 18 with a million rows. Only how they stand to one another matters. */
    private static final Map<String, Double> ROW = Map.ofEntries(
            Map.entry("building index: scanning table", 0.15e-6),
            Map.entry("building index: sorting live tuples", 0.08e-6),
            Map.entry("building index: loading tuples in tree", 0.26e-6),
            Map.entry("index validation: scanning index", 0.07e-6),
            Map.entry("index validation: sorting tuples", 0.03e-6),
            Map.entry("index validation: scanning table", 0.06e-6),
            Map.entry("seq scanning heap", 0.60e-6),
            Map.entry("index scanning heap", 0.80e-6),
            Map.entry("sorting tuples", 0.10e-6),
            Map.entry("writing new heap", 0.40e-6),
            Map.entry("rebuilding index", 0.70e-6));

    private static final double ANY_ROW = 0.1e-6;

    private static final List<String> INDEX = List.of(
            "building index: scanning table",
            "building index: sorting live tuples",
            "building index: loading tuples in tree");
    private static final List<String> VALIDATION = List.of(
            "index validation: scanning index", "index validation: sorting tuples", "index validation: scanning table");

    private Reports() {}

    /** Empty: how long its phases take together nobody can say. */
    static List<Phase> phases(Sighting.Reported told, Sighting.Table table) {
        double rows = Math.max(1, table.tuples());
        int indexes = Math.max(1, table.indexes().size());
        return names(told)
                .map(name -> new Phase(
                        Kind.REPORTED,
                        name,
                        0,
                        ROW.getOrDefault(name, ANY_ROW) * rows * (name.startsWith("rebuilding") ? indexes : 1)))
                .toList();
    }

    private static Stream<String> names(Sighting.Reported told) {
        return switch (told.command()) {
            case "CREATE INDEX", "REINDEX" -> INDEX.stream();
            case "CREATE INDEX CONCURRENTLY", "REINDEX CONCURRENTLY" ->
                Stream.concat(INDEX.stream(), VALIDATION.stream());
            case "CLUSTER", "VACUUM FULL" ->
                told.phase().equals("index scanning heap")
                        ? Stream.of("index scanning heap", "rebuilding index")
                        : told.command().equals("CLUSTER")
                                ? Stream.of(
                                        "seq scanning heap", "sorting tuples", "writing new heap", "rebuilding index")
                                : Stream.of("seq scanning heap", "rebuilding index");
            default -> Stream.empty();
        };
    }
}
