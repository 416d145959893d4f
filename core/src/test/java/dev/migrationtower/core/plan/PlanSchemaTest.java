package dev.migrationtower.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.migrationtower.core.plan.PlanReading.Readable;
import dev.migrationtower.core.plan.PlanReading.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanSchemaTest {
    private static final Path COMMITTED = Path.of("../deploy/plan.schema.json");
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(PlanSchema.text());

    @Test
    void theCommittedSchemaIsWhatTheReaderSays() throws IOException {
        assertThat(Files.readString(COMMITTED))
                .as("renew it: ./tower schema > deploy/plan.schema.json")
                .isEqualTo(PlanSchema.text());
    }

    @Test
    void itIsASchemaOfTheVersionThatItNames() {
        JsonSchema ofSchemas =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(ofSchemas.validate(PlanSchema.text(), InputFormat.JSON)).isEmpty();
        assertThat(ofSchemas.validate("{\"type\": \"text\"}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void everyKeyIsExplainedAndNoExplanationIsLeftOver() throws IOException {
        Set<String> keys = new TreeSet<>();
        KeyTexts.visit((ObjectNode) new ObjectMapper().readTree(PlanSchema.text()), (path, key) -> keys.add(path));

        assertThat(KeyTexts.words().keySet()).isEqualTo(keys);
        assertThat(KeyTexts.words().values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/resources/plans/night.yaml",
                "src/test/resources/plans/plan.pix-2022.yaml",
                "../simulator/src/main/resources/dev/migrationtower/simulator/plan.demo.yaml"
            })
    void aGoodPlanIsGoodToEditors(String file) throws IOException {
        assertThat(complaints(Files.readString(Path.of(file)))).isEmpty();
    }

    @Test
    void thePlanOfTheReadmeIsGoodToBoth() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String plan = readme.replaceFirst("(?s).*?```yaml plan.yaml\n", "");
        String minimal = plan.substring(0, plan.indexOf("```"));

        assertThat(complaints(minimal)).isEmpty();
        assertThat(PlanReader.read(minimal)).isInstanceOf(Readable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "owner: team-platform            | ownr: team-platform",
                "tower: 1                        | tower: one",
                "id: bigint-answers              | id: [bigint-answers]",
                "every: 2h                       | every: 2 hours",
                "{tasks: all}                    | {tasks: al}",
                "timezone: Europe/Paris          | timezone: [Europe/Paris]",
                "probe: scalingo                 | probe: scalinga",
                "severity: warn                  | severity: warm",
                "with: {account: pix}            | with: {acount: pix}",
                "timeout: 5s, followRedirects: false | followRedirects: never",
                "region: osc-secnum-fr1, app: \"{id}\" | region: osc-secnum-fr1",
                "freshness: 60s                  | freshness: [60s]",
                "from: close                     | form: close",
                "{tasks: all}                    | {taks: all}",
                "{deviations: during}            | {deviations: before}",
                "{check: connections, is: drained} | {check: connections}",
                "hold: {until: verify            | hold: {til: verify",
                "approvals: 1                    | approvals: one",
                "{probe: datadog, with           | {probe: http, with",
                "at: [-24h                       | at: [{before: 24h}",
                "estimate: {p50: 2h, p90: 3h}    | estimate: {p50: 2h}",
                "is: critical, for: 5m           | is: critical, during: 5m",
                "line: \"alive\"                 | lines: \"alive\"",
            })
    void whatHasTheWrongFormIsRefusedByBoth(String right, String wrong) throws IOException {
        String plan = Files.readString(Path.of("src/test/resources/plans/plan.pix-2022.yaml"));
        assertThat(plan).contains(right);

        String broken = plan.replace(right, wrong);

        assertThat(complaints(broken)).as("the schema's complaints").isNotEmpty();
        assertThat(PlanReader.read(broken)).isInstanceOf(Refused.class);
    }

    private static Set<String> complaints(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
