package dev.migrationtower.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.PlanReader;
import dev.migrationtower.core.plan.PlanReading.Readable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final String MINIMAL = """
            tower: 1
            id: small
            title: {en: Small, fr: Petit}
            checks:
              api: {probe: http, with: {url: "http://localhost"}, states: {up: "status == 200", slow: "latency > duration('1s')"}}
              page: {probe: http, severity: warn, with: {url: "http://localhost"}, states: {up: "status == 200"}}
            phases:
              - id: only
                gate: {require: [REQUIRE]}
            """;

    @Test
    void theNightOf2022IsToldAsAPersonCanReadIt() {
        assertThat(Explanation.of(plan(resource("/plans/plan.pix-2022.yaml")), "en"))
                .isEqualTo(resource("/explain/plan.pix-2022.txt"));
    }

    @Test
    void noLineIsWiderThanATerminal() {
        assertThat(resource("/explain/plan.pix-2022.txt").lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }

    @Test
    void thePlansOwnTextsAreInTheLanguageAskedFor() {
        assertThat(small("{check: api, is: up}", "fr")).startsWith("plan  small: Petit\n");
        assertThat(small("{check: api, is: up}", "en")).startsWith("plan  small: Small\n");
    }

    @Test
    void criteriaInCriteriaAreIndented() {
        assertThat(small("{any: [{check: api, is: up}, {all: [{check: api, is: slow}, {check: page, is: up}]}]}", "en"))
                .contains("""
                        only   closes when  any of
                                              api is up      status == 200
                                              all of
                                                api is slow  latency > duration('1s')
                                                page is up   status == 200               warns, closes nothing
                        """);
    }

    @Test
    void whatThePlanDoesNotSayIsSaid() {
        assertThat(small("{check: api, is: up}", "en"))
                .contains("The plan has no window.")
                .contains("What nobody estimated (?) counts as nothing.")
                .contains("THE WAY BACK\n\nThe plan has none.\n");
    }

    private static String small(String require, String language) {
        return Explanation.of(plan(MINIMAL.replace("REQUIRE", require)), language);
    }

    private static Plan plan(String yaml) {
        return ((Readable) PlanReader.read(yaml)).plan();
    }

    private static String resource(String name) {
        try (InputStream in = ExplanationTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
