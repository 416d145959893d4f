package dev.migrationtower.probe.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.ProbeSchema;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README of a vendor's probe holds: a page, on which everything stands that a plan or an environment can say. */
public interface ReadmeContract {
    /** The kinds of probe that it tells of. */
    List<String> kinds();

    /** The mappings of its configuration. */
    List<Class<?>> mappings();

    @Test
    default void itIsNoLongerThanAPage() throws Exception {
        assertThat(lines()).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    default void everySettingStandsInIt() throws Exception {
        String text = String.join("\n", lines());
        for (ProbeSchema schema : schemas()) {
            names(schema.settings()).forEach(setting -> assertThat(text).contains("`" + setting + "`"));
        }
    }

    /** In a row of its table: {@code | integer | `running`, `desired` (...) |}. */
    @Test
    default void everyValueStandsInItWithItsType() throws Exception {
        for (ProbeSchema schema : schemas()) {
            for (String value : names(schema.values())) {
                String type = type(schema.values().path("properties").path(value));
                assertThat(lines())
                        .anySatisfy(line ->
                                assertThat(line).startsWith("| " + type + " |").contains("`" + value + "`"));
            }
        }
    }

    @Test
    default void everyVariableOfTheEnvironmentStandsInItWithItsDefault() throws Exception {
        for (Class<?> mapping : mappings()) {
            String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
            assertVariables(prefix.toUpperCase(Locale.ROOT).replace('.', '_'), mapping, lines());
        }
    }

    @Test
    default void everyCauseOfBeingBlindHasARemedy() throws Exception {
        List<String> remedies = lines().stream()
                .dropWhile(line -> !line.contains("unobservable"))
                .toList();
        Stream.concat(Arrays.stream(VendorFailure.values()).map(VendorFailure::word), Stream.of("no-such-account"))
                .forEach(cause -> assertThat(remedies)
                        .anySatisfy(line -> assertThat(line).startsWith("|").contains("`" + cause + "`")));
    }

    private List<ProbeSchema> schemas() {
        return kinds().stream().map(kind -> ProbeSchema.of(kind).orElseThrow()).toList();
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("README.md"));
    }

    private static List<String> names(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String type(JsonNode value) {
        return switch (value.path("format").asText()) {
            case "duration" -> "duration";
            case "date-time" -> "time";
            default ->
                switch (value.path("type").asText()) {
                    case "string" -> "text";
                    case "array" -> "list";
                    case "object" -> "integers by name";
                    default -> value.path("type").asText();
                };
        };
    }

    private static void assertVariables(String prefix, Class<?> mapping, List<String> lines) {
        for (Method method : mapping.getDeclaredMethods()) {
            String variable =
                    prefix + "_" + method.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            if (Map.class.isAssignableFrom(method.getReturnType())) {
                ParameterizedType map = (ParameterizedType) method.getGenericReturnType();
                assertVariables(variable + "_<NAME>", (Class<?>) map.getActualTypeArguments()[1], lines);
            } else {
                WithDefault byDefault = method.getAnnotation(WithDefault.class);
                assertThat(lines)
                        .anySatisfy(line -> assertThat(line)
                                .startsWith("|")
                                .contains("`" + variable + "`")
                                .contains(byDefault == null ? "" : "`" + byDefault.value() + "`"));
            }
        }
    }
}
