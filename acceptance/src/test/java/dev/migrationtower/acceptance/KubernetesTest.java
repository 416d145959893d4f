package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The manifests against Kubernetes' own schemas, as its Java client was generated of them: unknown fields, missing ones and wrong
 * types are refused. What kustomize makes of them is held to more.
 */
class KubernetesTest {
    private static final Path FOLDER = Path.of("..", "deploy", "kubernetes");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> MODELS = Map.of(
            "ConfigMap", "V1ConfigMap",
            "Deployment", "V1Deployment",
            "HorizontalPodAutoscaler", "V2HorizontalPodAutoscaler",
            "Namespace", "V1Namespace",
            "NetworkPolicy", "V1NetworkPolicy",
            "PodDisruptionBudget", "V1PodDisruptionBudget",
            "Service", "V1Service",
            "StatefulSet", "V1StatefulSet");

    @Test
    void everyManifestIsOfItsSchema() throws IOException {
        List<Path> files = manifests();
        assertThat(files).hasSizeGreaterThan(4);
        for (Path file : files) {
            documents(Files.readString(file)).forEach(KubernetesTest::isOfItsSchema);
        }
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowWouldBeFound() throws IOException {
        List<JsonNode> documents = documents(Files.readString(FOLDER.resolve("aggregator.yaml"))
                .replace("readOnlyRootFilesystem", "readOnlyRootFileSystem"));

        assertThat(documents)
                .anySatisfy(document -> assertThat(complaint(document)).contains("readOnlyRootFileSystem"));
    }

    @Test
    void everythingThatIsThereIsAppliedAndNothingElseIsNamed() throws IOException {
        for (Path kustomization : kustomizations()) {
            Path folder = kustomization.getParent();
            JsonNode resources =
                    documents(Files.readString(kustomization)).getFirst().path("resources");
            assertThat(resources)
                    .isNotEmpty()
                    .allSatisfy(
                            name -> assertThat(folder.resolve(name.asText())).exists());
        }
        JsonNode applied = documents(Files.readString(FOLDER.resolve("kustomization.yaml")))
                .getFirst()
                .path("resources");
        assertThat(StreamSupport.stream(applied.spliterator(), false).map(JsonNode::asText))
                .containsAll(Deployed.SERVICES.stream()
                        .map(name -> name.startsWith("probe-") ? name : name + ".yaml")
                        .toList());
    }

    @Test
    void whatKustomizeMakesOfThemIsHardenedLimitedAndWatched() throws Exception {
        String rendered = kustomize();
        List<JsonNode> documents = documents(rendered);
        documents.forEach(KubernetesTest::isOfItsSchema);

        List<JsonNode> workloads = documents.stream()
                .filter(document -> Set.of("Deployment", "StatefulSet")
                        .contains(document.path("kind").asText()))
                .toList();
        assertThat(names(workloads)).isEqualTo(new TreeSet<>(Deployed.SERVICES));
        workloads.forEach(KubernetesTest::isHardened);
        assertThat(names(ofKind(documents, "Service"))).isEqualTo(new TreeSet<>(Deployed.SERVICES));
        assertThat(selectedBy(ofKind(documents, "PodDisruptionBudget"), "/spec/selector/matchLabels"))
                .containsExactlyInAnyOrderElementsOf(selectedBy(workloads, "/spec/selector/matchLabels"));
        assertThat(ofKind(documents, "HorizontalPodAutoscaler").stream()
                        .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText()))
                .containsExactlyInAnyOrderElementsOf(Deployed.SERVICES.stream()
                        .filter(name -> !Set.of("aggregator", "notifier").contains(name))
                        .toList());
        // the secret of each kind is its own
        assertThat(rendered).contains("name: tower-datadog").doesNotContain("name: accounts");
    }

    private static void isHardened(JsonNode workload) {
        JsonNode pod = workload.at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        String name = workload.at("/metadata/name").asText();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).as(name).isTrue();
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                .as(name)
                .isFalse();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .as(name)
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .as(name)
                .isFalse();
        for (String path :
                List.of("/resources/requests/memory", "/resources/limits/memory", "/resources/requests/cpu")) {
            assertThat(container.at(path).asText()).as(name + path).isNotEmpty();
        }
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(container.at("/" + probe + "/httpGet/path").asText())
                    .as(name)
                    .startsWith("/q/health/");
        }
        assertThat(container.path("env").toString()).as(name).contains("TOWER_INSTANCE");
    }

    // --- reading

    private static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .toList();
        }
    }

    private static List<Path> kustomizations() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.endsWith("kustomization.yaml")).toList();
        }
    }

    private static List<JsonNode> documents(String yaml) {
        List<JsonNode> documents = new ArrayList<>();
        new Yaml().loadAll(yaml).forEach(document -> documents.add(JSON.valueToTree(document)));
        return documents;
    }

    private static void isOfItsSchema(JsonNode document) {
        assertThat(complaint(document))
                .as(document.path("kind").asText() + " "
                        + document.at("/metadata/name").asText())
                .isEmpty();
    }

    /** What the schema has against it; empty if nothing. */
    private static String complaint(JsonNode document) {
        String kind = document.path("kind").asText();
        assertThat(MODELS).as("kinds that are checked").containsKey(kind);
        JsonElement element = JsonParser.parseString(document.toString());
        try {
            Class.forName("io.kubernetes.client.openapi.models." + MODELS.get(kind))
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, element);
            return "";
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> ofKind(List<JsonNode> documents, String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    private static Set<String> names(List<JsonNode> documents) {
        return documents.stream()
                .map(document -> document.at("/metadata/name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> selectedBy(List<JsonNode> documents, String path) {
        return documents.stream().map(document -> document.at(path).toString()).toList();
    }

    private static String kustomize() throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("kubectl", "kustomize", FOLDER.toString()).start();
        } catch (IOException e) {
            assumeTrue(false, "kubectl is not installed: what kustomize makes of the manifests was not looked at");
            throw new UncheckedIOException(e);
        }
        try {
            String rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(complaints).isZero();
            return rendered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
