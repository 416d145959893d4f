package dev.migrationtower.core.condition;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a value may be: how CEL declares it, and how what came as JSON becomes what CEL reckons with. */
sealed interface ValueType {

    CelType declared();

    /** For people: {@code a whole number}. */
    String word();

    /** The value as CEL has it; empty if it is not of this type. */
    Optional<Object> read(Object json);

    /** A value without parts. */
    enum Scalar implements ValueType {
        FLAG(SimpleType.BOOL, "true or false"),
        INTEGER(SimpleType.INT, "a whole number"),
        NUMBER(SimpleType.DOUBLE, "a number"),
        TEXT(SimpleType.STRING, "a text"),
        DURATION(SimpleType.DURATION, "a duration"),
        TIMESTAMP(SimpleType.TIMESTAMP, "a time");

        private final CelType declared;
        private final String word;

        Scalar(CelType declared, String word) {
            this.declared = declared;
            this.word = word;
        }

        @Override
        public CelType declared() {
            return declared;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public Optional<Object> read(Object json) {
            return switch (this) {
                case FLAG -> json instanceof Boolean ? Optional.of(json) : Optional.empty();
                case INTEGER -> json instanceof Number number ? whole(number) : Optional.empty();
                case NUMBER -> json instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
                case TEXT -> json instanceof String ? Optional.of(json) : Optional.empty();
                case DURATION -> json instanceof String text ? Times.duration(text) : Optional.empty();
                case TIMESTAMP -> json instanceof String text ? Times.timestamp(text) : Optional.empty();
            };
        }
    }

    record ListOf(ValueType item) implements ValueType {
        @Override
        public CelType declared() {
            return ListType.create(item.declared());
        }

        @Override
        public String word() {
            return "a list, each " + item.word();
        }

        @Override
        public Optional<Object> read(Object json) {
            if (!(json instanceof List<?> list)) {
                return Optional.empty();
            }
            List<Object> read = new ArrayList<>(list.size());
            for (Object element : list) {
                Optional<Object> one = element == null ? Optional.empty() : item.read(element);
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                read.add(one.get());
            }
            return Optional.of(read);
        }
    }

    /** An object whose fields are declared; a field that is not there, or null, is a key that is not there. */
    record Struct(String name, Map<String, ValueType> fields) implements ValueType {
        @Override
        public CelType declared() {
            return StructTypeReference.create(name);
        }

        @Override
        public String word() {
            return "an object of " + String.join(", ", fields.keySet());
        }

        @Override
        public Optional<Object> read(Object json) {
            if (!(json instanceof Map<?, ?> map)) {
                return Optional.empty();
            }
            Map<String, Object> read = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                ValueType field = fields.get(String.valueOf(entry.getKey()));
                if (field == null || entry.getValue() == null) {
                    continue;
                }
                Optional<Object> one = field.read(entry.getValue());
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                read.put(String.valueOf(entry.getKey()), one.get());
            }
            return Optional.of(read);
        }
    }

    /** An object with whatever keys. */
    enum FreeMap implements ValueType {
        INSTANCE;

        @Override
        public CelType declared() {
            return MapType.create(SimpleType.STRING, SimpleType.DYN);
        }

        @Override
        public String word() {
            return "an object";
        }

        @Override
        public Optional<Object> read(Object json) {
            return json instanceof Map<?, ?> ? Any.INSTANCE.read(json) : Optional.empty();
        }
    }

    /** Nobody said of which type it is. */
    sealed interface Free extends ValueType {
        @Override
        default CelType declared() {
            return SimpleType.DYN;
        }

        @Override
        default String word() {
            return "anything";
        }
    }

    /** Any JSON. */
    enum Any implements Free {
        INSTANCE;

        @Override
        public Optional<Object> read(Object json) {
            return Optional.of(free(json));
        }

        private static Object free(Object json) {
            return switch (json) {
                case null -> NullValue.NULL_VALUE;
                case Long number -> number;
                case Integer number -> number.longValue();
                case Number number -> number.doubleValue();
                case List<?> list -> list.stream().map(Any::free).toList();
                case Map<?, ?> map -> {
                    Map<String, Object> read = new LinkedHashMap<>();
                    map.forEach((key, value) -> read.put(String.valueOf(key), free(value)));
                    yield read;
                }
                case Boolean flag -> flag;
                default -> json.toString();
            };
        }
    }

    /**
     * What a check takes out of a vendor's JSON under a name of its own. JSON does not tell 9 from 9.0, and nobody declared which it is:
     * every number is a decimal one, lest {@code used / total} of 9 and 10 be 0, as whole numbers have it.
     */
    enum Extract implements Free {
        INSTANCE;

        @Override
        public Optional<Object> read(Object json) {
            return json instanceof Number number ? Optional.of(number.doubleValue()) : Any.INSTANCE.read(json);
        }
    }

    /** JSON does not tell 3 from 3.0. */
    private static Optional<Object> whole(Number number) {
        return switch (number) {
            case Integer whole -> Optional.of(whole.longValue());
            case Long whole -> Optional.of(whole);
            case Double decimal
            when decimal == Math.rint(decimal) && Math.abs(decimal) < 1L << 53 -> Optional.of(decimal.longValue());
            default -> Optional.empty();
        };
    }
}
