package dev.migrationtower.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.PlanReader;
import dev.migrationtower.core.plan.PlanReading.Readable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private static final Plan PIX = plan(resource("/plans/plan.pix-2022.yaml"));
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

    /** After a change that is meant, {@code ./tower explain deploy/examples/plan.pix-2022.yaml [--lang fr]} writes them anew. */
    @ParameterizedTest
    @CsvSource({"en, /explain/plan.pix-2022.txt", "fr, /explain/plan.pix-2022.fr.txt"})
    void theNightOf2022IsToldAsAPersonCanReadIt(String language, String expected) {
        assertThat(Explanation.of(PIX, language, 120)).isEqualTo(resource(expected));
    }

    @ParameterizedTest
    @CsvSource({"en, 100", "fr, 100", "en, 120", "fr, 120"})
    void noLineIsWiderThanTheTerminal(String language, int columns) {
        assertThat(Explanation.of(PIX, language, columns).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    }

    @Test
    void everyLanguageHasAWordForEverything() {
        assertThat(Phrases.in("fr").keys()).isEqualTo(Phrases.in("en").keys());
        assertThat(Phrases.in("de").say("holds")).isEqualTo("holds");
    }

    @Test
    void textsOfSeveralLinesStayInTheirColumn() {
        String plan = MINIMAL.replace("REQUIRE", "{tasks: all}")
                .replace(
                        "- id: only\n",
                        "- id: only\n    tasks:\n      - id: run\n        do: |\n          Open a shell.\n          Run it.\n");

        assertThat(Explanation.of(plan(plan), "en", 120)).contains("""
                only   task         run         Open a shell.
                                                Run it.
                """);
    }

    @Test
    void durationsAreWrittenAsInPlans() {
        assertThat(List.of("PT0.5S", "PT1.5S", "PT8H30M", "PT0S", "PT36H"))
                .extracting(duration -> Written.of(Duration.parse(duration)))
                .containsExactly("500ms", "1s500ms", "8h30m", "0s", "36h");
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
                                                page is up   status == 200             warns, closes nothing
                        """);
    }

    @Test
    void whatThePlanDoesNotSayIsSaid() {
        assertThat(small("{check: api, is: up}", "en"))
                .contains("The plan has no window.")
                .contains("Nobody estimated only: nothing is counted for it.")
                .contains("THE WAY BACK\n\nThe plan has none.\n");
    }

    private static String small(String require, String language) {
        return Explanation.of(plan(MINIMAL.replace("REQUIRE", require)), language, 120);
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
