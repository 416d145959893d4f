package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.migrationtower.test.docs.Example;
import dev.migrationtower.test.docs.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of deploy/README.md against what the services ask for, and what the files of deploy set against the table. */
class EnvironmentTest {
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final Pattern IN_TABLE = Pattern.compile("`([A-Z][A-Z0-9_<>]+)`(?=[^|]*\\|)");
    private static final Pattern IN_FILES = Pattern.compile("\\b((?:TOWER|KAFKA|QUARKUS)_[A-Z0-9_]+)\\b");
    /** Set for Kafka's own container, or part of a key that is written with a name of somebody's choice. */
    private static final Pattern OF_THE_BROKER = Pattern.compile(
            "KAFKA_(NODE_ID|PROCESS_ROLES|LISTENERS|ADVERTISED_LISTENERS|LISTENER_SECURITY_PROTOCOL_MAP|CONTROLLER_.*|LOG_DIRS"
                    + "|AUTO_CREATE_.*|OFFSETS_.*|TRANSACTION_.*|GROUP_INITIAL_.*|HEAP_OPTS)");

    @Test
    void everyVariableOfTheServicesStandsInTheTable() throws IOException {
        assertThat(table().filter(name -> name.startsWith("TOWER_")).toList())
                .as("deploy/README.md, Environment")
                .containsExactlyInAnyOrderElementsOf(asked());
    }

    @Test
    void theFilesOfDeploySetNothingThatNobodyKnows() throws IOException {
        Set<String> unknown = new TreeSet<>();
        for (Path file : files()) {
            unknown(Files.readString(file)).forEach(name -> unknown.add(file + ": " + name));
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void theExamplesSetNothingThatNobodyKnows() throws IOException {
        String script = Files.readString(DEPLOY.resolve("ping.sh"));

        for (Example example : Pages.examples()) {
            assertThat(unknown(example.text())).as(example.toString()).allMatch(script::contains);
        }
    }

    private static List<String> unknown(String text) throws IOException {
        List<Pattern> known = table().map(name -> Pattern.compile(name.replaceAll("<[A-Z]+>", "[A-Z0-9]+")))
                .toList();
        return IN_FILES.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.endsWith("_"))
                .filter(name -> !OF_THE_BROKER.matcher(name).matches())
                .filter(name ->
                        known.stream().noneMatch(one -> one.matcher(name).matches()))
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Stream.of("compose", "kubernetes", "scalingo")
                .flatMap(EnvironmentTest::walk)
                .filter(Files::isRegularFile)) {
            List<Path> all = files.toList();
            assertThat(all).hasSizeGreaterThan(10);
            return all;
        }
    }

    private static Stream<Path> walk(String folder) {
        try {
            return Files.walk(DEPLOY.resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first cell of each row. */
    private static Stream<String> table() throws IOException {
        return Files.readString(DEPLOY.resolve("README.md"))
                .lines()
                .dropWhile(line -> !line.equals("## Environment"))
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> IN_TABLE.matcher(line.substring(0, line.indexOf(" | ") + 3))
                        .results())
                .map(match -> match.group(1));
    }

    // --- what the services ask for

    private static Set<String> asked() throws IOException {
        Set<String> names = new TreeSet<>();
        for (JavaClass one : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.migrationtower")) {
            annotation(one.getAnnotations(), "ConfigMapping")
                    .ifPresent(mapping ->
                            add(names, one, String.valueOf(mapping.get("prefix").orElseThrow())));
        }
        names.addAll(inSources(Pattern.compile("@ConfigProperty\\(name = \"(tower\\.[^\"]+)\"")).stream()
                .map(EnvironmentTest::variable)
                .toList());
        names.addAll(inSources(Pattern.compile("getenv\\(\"(TOWER_[^\"]+)\"\\)")));
        Pattern.compile("\\$\\{(TOWER_[A-Z_]+)")
                .matcher(Files.readString(DEPLOY.resolve("compose/compose.yaml")))
                .results()
                .forEach(match -> names.add(match.group(1)));
        // of the page, and of the build
        names.remove("TOWER_PAGE_IMPORT_MAP");
        names.remove("TOWER_TEST_INFRA");
        return names;
    }

    private static void add(Set<String> names, JavaClass mapping, String prefix) {
        for (JavaMethod method : mapping.getMethods()) {
            if (method.getModifiers().contains(JavaModifier.STATIC)
                    || method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                continue;
            }
            String key = prefix + "." + kebab(method.getName());
            JavaClass group = method.getRawReturnType();
            if (group.isEquivalentTo(Map.class)) {
                List<JavaType> parts = ((JavaParameterizedType) method.getReturnType()).getActualTypeArguments();
                add(names, parts.getLast().toErasure(), key + ".<name>");
            } else if (group.isInterface() && group.getPackageName().startsWith("dev.migrationtower")) {
                add(names, group, key);
            } else {
                names.add(variable(key));
            }
        }
    }

    private static Optional<? extends JavaAnnotation<?>> annotation(
            Set<? extends JavaAnnotation<?>> annotations, String name) {
        return annotations.stream()
                .filter(annotation -> annotation.getRawType().getSimpleName().equals(name))
                .findFirst();
    }

    private static Set<String> inSources(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("src/main/java"))
                    .toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
