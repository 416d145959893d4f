package dev.migrationtower.core.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import dev.migrationtower.core.condition.ValueType.Scalar;
import dev.migrationtower.core.condition.ValueType.Struct;
import dev.migrationtower.events.ProbeSchema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of one kind of probe, by name, with the types that its schema declares. Objects whose properties are declared are
 * types of their own to CEL, so that a typo in {@code columns[0].tpye} is found when the plan is read.
 */
final class Vocabulary {
    private final String probe;
    private final SequencedMap<String, ValueType> values = new LinkedHashMap<>();
    private final SequencedMap<String, Struct> structs = new LinkedHashMap<>();

    private Vocabulary(String probe, JsonNode schema, Set<String> more) {
        this.probe = probe;
        schema.path("properties").properties().forEach(entry -> {
            values.put(entry.getKey(), type(probe + "." + entry.getKey(), entry.getValue()));
        });
        more.forEach(name -> values.put(name, ValueType.Extract.INSTANCE));
    }

    /** @param more values that a check names itself; they stand before declared ones of the same name */
    static Vocabulary of(ProbeSchema schema, Set<String> more) {
        return new Vocabulary(schema.probe(), schema.values(), more);
    }

    private ValueType type(String name, JsonNode schema) {
        return switch (schema.path("type").asText("any")) {
            case "boolean" -> Scalar.FLAG;
            case "integer" -> Scalar.INTEGER;
            case "number" -> Scalar.NUMBER;
            case "string" ->
                switch (schema.path("format").asText("")) {
                    case "duration" -> Scalar.DURATION;
                    case "date-time" -> Scalar.TIMESTAMP;
                    default -> Scalar.TEXT;
                };
            case "array" -> new ValueType.ListOf(type(name + ".item", schema.path("items")));
            case "object" ->
                schema.has("properties") ? struct(name, schema.path("properties")) : ValueType.FreeMap.INSTANCE;
            case "any" -> ValueType.Any.INSTANCE;
            default ->
                throw new IllegalArgumentException("schema of " + name + ": unknown type " + schema.path("type"));
        };
    }

    private Struct struct(String name, JsonNode properties) {
        Map<String, ValueType> fields = new LinkedHashMap<>();
        properties
                .properties()
                .forEach(entry -> fields.put(entry.getKey(), type(name + "." + entry.getKey(), entry.getValue())));
        Struct struct = new Struct(name, fields);
        structs.put(name, struct);
        return struct;
    }

    /** The types of the objects, for CEL. */
    CelTypeProvider types() {
        return new StructTypes(
                structs.values().stream().map(Vocabulary::declare).collect(ImmutableList.toImmutableList()));
    }

    private static CelType declare(Struct struct) {
        ImmutableMap<String, CelType> fields = struct.fields().entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(
                        Map.Entry::getKey, field -> field.getValue().declared()));
        return StructType.create(struct.name(), fields.keySet(), name -> Optional.ofNullable(fields.get(name)));
    }

    List<CelVarDecl> declarations() {
        return values.entrySet().stream()
                .map(value -> CelVarDecl.newVarDeclaration(
                        value.getKey(), value.getValue().declared()))
                .toList();
    }

    /** Those values that a condition refers to. */
    SequencedMap<String, ValueType> only(List<Reference> references) {
        SequencedMap<String, ValueType> some = new LinkedHashMap<>();
        for (Reference reference : references) {
            ValueType type = values.get(reference.value());
            if (type != null) {
                some.put(reference.value(), type);
            }
        }
        return some;
    }

    String probe() {
        return probe;
    }

    boolean has(String value) {
        return values.containsKey(value);
    }

    /** The names of all values. */
    Collection<String> names() {
        return values.keySet();
    }

    /** The names of the fields of all objects in the values. */
    TreeSet<String> fieldNames() {
        TreeSet<String> names = new TreeSet<>();
        structs.values().forEach(struct -> names.addAll(struct.fields().keySet()));
        return names;
    }

    private record StructTypes(ImmutableList<CelType> types) implements CelTypeProvider {
        @Override
        public Optional<CelType> findType(String name) {
            return types.stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }
}
