package dev.migrationtower.core.plan;

import static dev.migrationtower.core.plan.Plans.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of a plan with two scripts, each of which is read only where it is written. */
class SamplesTest {
    private static final String TWO_SCRIPTS = """
            tower: 1
            id: two
            title: Two
            checks: {app: {probe: http, with: {url: "http://app"}, states: {up: "status == 200"}}}
            phases:
              - id: copy
                steps: [{id: one, start: "^begin", done: "^end"}]
                ignore: ["^info"]
                gate: {require: [{steps: all}]}
              - id: count
                steps: [{id: two, start: "info: begin", done: "info: end"}]
                gate: {require: [{steps: all}]}
            samples:
              - {line: SAMPLE}
            """;

    @Test
    void aLineOfOneScriptMayBeSomethingElseToTheOther() {
        assertThat(told("'info: begin', is: two.start")).isEmpty();
        assertThat(told("'info: hello', is: ignored")).isEmpty();
    }

    @Test
    void whatNoScriptShouldKnowNoneMay() {
        assertThat(told("'info: hello', is: unmatched"))
                .containsExactly("14:31: to the plan, the line is not `unmatched` but `ignored`");
        assertThat(told("hello, is: unmatched")).isEmpty();
    }

    @Test
    void whatALineIsInsteadIsToldOfAllScripts() {
        assertThat(told("'info: begin', is: one.start"))
                .containsExactly("14:31: to the plan, the line is not `one.start` but `ignored` and `two.start`");
        assertThat(told("hello, is: one.start"))
                .containsExactly("14:23: to the plan, the line is not `one.start` but `unmatched`");
    }

    private static List<String> told(String sample) {
        return problems(TWO_SCRIPTS.replace("SAMPLE", sample));
    }
}
