package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static final String GOOD = """
            tower: 1
            id: small
            title: Small
            checks:
              api: {probe: http, with: {url: "http://localhost"}, states: {up: "status == 200"}}
            phases:
              - id: only
                gate: {require: [{check: api, is: up}]}
            """;
    private static final PlanFile BROKEN =
            new PlanFile("broken.yaml", GOOD.replace("is: up", "is: upp").replace("title:", "titel:"));

    @Test
    void everyErrorHasItsPlaceInTheOrderOfTheFileThenComesOneLineAboutAll() {
        assertThat(Validation.of(List.of(BROKEN)).text().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("broken.yaml:1:1: error: the key `title` is missing"),
                        line -> assertThat(line).startsWith("broken.yaml:3:1: error: unknown key `titel`"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "broken.yaml:8:39: error: check `api` has no state `upp`; did you mean `up`?"),
                        line -> assertThat(line)
                                .isEqualTo("broken.yaml: the tower does not take this plan; 3 errors, 0 warnings"));
    }

    @Test
    void aGoodPlanIsSummedUp() {
        Validation validation = Validation.of(List.of(new PlanFile("small.yaml", GOOD)));

        assertThat(validation.text().lines().toList().getLast())
                .startsWith("small.yaml: plan small makes sense: 1 phase, 1 check of 1 item; 0 errors, ");
        assertThat(validation.isFine(false)).isTrue();
    }

    @Test
    void oneBrokenPlanAmongGoodOnesIsEnough() {
        Validation validation = Validation.of(List.of(new PlanFile("small.yaml", GOOD), BROKEN));

        assertThat(validation.isFine(false)).isFalse();
        assertThat(validation.text().lines().toList().getLast()).startsWith("2 plans: 3 errors, ");
    }

    @Test
    void programsGetTheSameAsJson() {
        PlanFile empty = new PlanFile("empty.yaml", "");

        assertThat(Validation.of(List.of(empty)).json())
                .isEqualTo("[{\"file\":\"empty.yaml\",\"line\":1,\"column\":1,\"severity\":\"error\","
                        + "\"message\":\"the file is empty\"}]");
    }
}
