package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.local.Options.Demo;
import dev.migrationtower.local.Options.Place;
import dev.migrationtower.local.Options.Up;
import dev.migrationtower.local.PlanOptions.Explain;
import dev.migrationtower.local.PlanOptions.Preflight;
import dev.migrationtower.local.PlanOptions.Validate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void aDemoNeedsNoFlags() {
        assertThat(parse("demo")).isEqualTo(new Demo(new Place(8080, 0, false, false), 1, false, false));
    }

    @Test
    void everyFlagOfADemoIsHeard() {
        assertThat(parse("demo --once --manual --fresh --speed 4 --port 9001 --kafka-port 9092"))
                .isEqualTo(new Demo(new Place(9001, 9092, true, false), 4, true, true));
    }

    @Test
    void upTakesAPlan() {
        assertThat(parse("up --plan night.yaml"))
                .isEqualTo(new Up(new Place(8080, 0, false, false), Path.of("night.yaml")));
    }

    @Test
    void thePageIsForThisMachineOnlyUntilUpIsToldOtherwise() {
        assertThat(parse("up --everywhere")).isEqualTo(new Up(new Place(8080, 0, false, true), null));
    }

    @Test
    void validateTakesPlansAndFlagsInAnyOrder() {
        assertThat(parse("validate one.yaml --strict - --json"))
                .isEqualTo(new Validate(List.of("one.yaml", "-"), true, true));
    }

    @Test
    void explainSpeaksEnglishUnlessToldOtherwise() {
        assertThat(parse("explain night.yaml")).isEqualTo(new Explain("night.yaml", "en"));
        assertThat(parse("explain --lang fr night.yaml")).isEqualTo(new Explain("night.yaml", "fr"));
    }

    @Test
    void preflightTakesOnePlan() {
        assertThat(parse("preflight night.yaml --json")).isEqualTo(new Preflight("night.yaml", true));
        assertThat(parse("preflight -")).isEqualTo(new Preflight("-", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dmeo                  | \"dmeo\" is not one of demo, up, validate, explain, preflight, schema, verify",
                "demo --prot 1         | ./tower demo knows no \"--prot\"",
                "demo --port           | --port needs a port between 1 and 65535, not null",
                "demo --port 70000     | --port needs a port between 1 and 65535, not 70000",
                "demo --speed fast     | --speed needs a number between 0.1 and 20, not fast",
                "demo --plan night.yaml| --plan goes with ./tower up",
                "up --once             | --once goes with ./tower demo",
                "demo --everywhere     | --everywhere goes with ./tower up",
                "up --plan             | --plan needs a file",
                "validate              | ./tower validate needs a file",
                "schema plan.yaml      | ./tower schema knows no \"plan.yaml\"",
                "explain               | ./tower explain needs one file",
                "explain a b           | ./tower explain needs one file",
                "preflight             | ./tower preflight needs one file",
                "preflight a --strict  | ./tower preflight knows no \"--strict\"",
                "explain a --lang      | --lang needs a language",
                "verify                | ./tower verify needs one file",
                "verify a b            | ./tower verify needs one file",
                "validate --strikt a   | ./tower validate knows no \"--strikt\"",
            })
    void whatMakesNoSenseIsRefusedWithWords(String words, String refusal) {
        assertThatThrownBy(() -> parse(words)).isInstanceOf(Refusal.class).hasMessageStartingWith(refusal);
    }

    private static Options parse(String words) {
        return Options.parse(List.of(words.trim().split(" ")));
    }
}
