package dev.migrationtower.dashboard.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Json;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document that other teams read says what is served; {@code -Dopenapi.write} writes it anew. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class OpenApiIT {
    private static final Path SHIPPED = Path.of("..", "docs", "openapi.json");

    @TestHTTPResource("/q/openapi?format=json")
    URI served;

    private JsonNode document;

    @BeforeEach
    void read() throws Exception {
        document = Json.mapper().readTree(served.toURL());
    }

    @Test
    void theShippedDocumentIsTheOneServed() throws Exception {
        String made = document.toPrettyString() + "\n";
        if (System.getProperty("openapi.write") != null) {
            Files.writeString(SHIPPED, made);
        }

        assertThat(Files.readString(SHIPPED))
                .as(
                        "docs/openapi.json is old: ./mvnw -q verify -pl dashboard-ui -am -Dtest=None -Dit.test=OpenApiIT"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -Dopenapi.write")
                .isEqualTo(made);
    }

    @Test
    void whateverIsAskedMayBeAnsweredByAProblem() {
        assertThat(document.path("paths").propertyStream().map(java.util.Map.Entry::getKey))
                .contains(
                        "/api/v1/runs",
                        "/api/v1/runs/{run}",
                        "/api/v1/runs/{run}/commands",
                        "/api/v1/runs/{run}/events",
                        "/api/v1/runs/{run}/plan",
                        "/api/v1/runs/{run}/steps/{lane}/{step}/{signal}",
                        "/api/v1/runs/{run}/stream");
        assertThat(document.path("paths"))
                .allSatisfy(path -> assertThat(path)
                        .allSatisfy(operation -> assertThat(operation
                                        .at("/responses/default/content/application~1problem+json/schema/$ref")
                                        .asText())
                                .isEqualTo("#/components/schemas/Problem")));
    }

    @Test
    void everyCommandThatCanBeGivenIsNamed() {
        Set<String> named = Stream.of(document.at("/components/schemas/CommandRequest/properties/type/enum"))
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Action.class.getAnnotation(JsonSubTypes.class).value())
                                .map(JsonSubTypes.Type::name)
                                .filter(name -> !name.equals("load-plan"))
                                .toList());
    }
}
