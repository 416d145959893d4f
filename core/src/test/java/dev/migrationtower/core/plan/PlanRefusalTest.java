package dev.migrationtower.core.plan;

import static dev.migrationtower.core.plan.Plans.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test breaks a plan that is right in one place. */
class PlanRefusalTest {
    private static final String RIGHT = """
            tower: 1
            id: small
            title: Small
            checks:
              app:
                probe: http
                forEach: [{id: a, path: /a}, {id: b, path: /b}]
                with: {url: "http://{id}{path}", timeout: 5s}
                states: {closed: "status == 503", open: "status == 200"}
              db:
                probe: postgres
                with: {datasource: api}
                states: {drained: "sessions == 0"}
            phases:
              - id: close
                gate:
                  require: [{check: app, is: closed}]
                  hold: {until: reopen}
              - id: reopen
                gate: {require: [{check: app, is: open}, {check: db, is: drained}], decision: {role: lead}}
            """;

    @Test
    void nothingIsWrongWithTheRightOne() {
        assertThat(PlanReader.read(RIGHT)).isInstanceOf(PlanReading.Readable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "tower: 1      | tower: 2      | 1:8: this tower reads version 1 of the format: write `tower: 1`",
                "id: small     | id: so small  "
                        + "| 2:5: `so small` is no id: write 1 to 63 letters, digits, `.`, `_` or `-`, a letter or digit first",
                "title: Small  | titel: Small  | 3:1: unknown key `titel`; did you mean `title`?",
                "title: Small  | title: {}     | 3:8: a text in languages needs at least one, like {en: Drain}",
                "title: Small  | title: {ENGLISH: Small} | 3:9: `ENGLISH` is not a language like en, fr or pt-BR",
                "title: Small  | title: 2022   | 3:8: `2022` is no text; write \"2022\" if it should be",
                "title: Small  | title:        | 3:1: text is wanted here, and there is nothing",
                "id: small     | id:           | 2:1: a name is wanted here, and there is nothing",
                "id: small     | id: ~         | 2:5: a name is wanted here, and there is nothing",
                "tower: 1      | timezone: Europe/Pari | 1:11: `Europe/Pari` is not a time zone like Europe/Paris or UTC",
                "id: small     | id: small\\nid: small | 3:1: duplicate key `id`; the first is in line 2",
                "probe: http   | probe: htpp   | 6:12: unknown probe `htpp`; did you mean `http`?",
                "{id: b, path  | {id: a, path  | 7:39: duplicate item `a`",
                "forEach: [{id: a, path: /a}, {id: b, path: /b}] | forEach: [] "
                        + "| 7:14: forEach needs at least one item, like {id: app}",
                "path: /b      | way: /b       | 8:17: item `b` has no word for `{path}`",
                "{path}        | {pth}         | 8:17: unknown placeholder `{pth}`; did you mean `path`?",
                "timeout: 5s   | timout: 5s    | 8:38: unknown key `timout`; did you mean `timeout`?",
                "timeout: 5s   | timeout: 5    | 8:47: `5` is not a duration like 10s, 500ms, 1m30s, 8h30m or 2d",
                "timeout: 5s   | method: GTE   | 8:46: `GTE` may not stand here; did you mean `GET`?",
                "timeout: 5s   | followRedirects: maybe | 8:55: `maybe` is not true or false",
                "timeout: 5s   | headers: [a]  | 8:47: a mapping (`key: value`) is wanted here, not a list",
                "url:          | uri:          | 8:12: unknown key `uri`; did you mean `url`?",
                "\"status == 503\" | true       | 9:22: `true` is no text; write \"true\" if it should be",
                "\"status == 503\" | \"\"       | 9:23: the condition is empty",
                "\"status == 503\" | \"statuss == 503\" | 9:23: probe http reads no `statuss`; did you mean `status`?",
                "\"status == 503\" | 'text == ''a'' && statuss == 3' "
                        + "| 9:40: probe http reads no `statuss`; did you mean `status`?",
                "{drained: \"sessions == 0\"} | {} | 13:13: a check needs at least one state, like `open: \"status == 200\"`",
                "with: {datasource: api} | freshness: 1m | 11:5: the key `with` is missing: the probe needs datasource",
                "with: {datasource: api} | with: {datasource: api, columns: a.b} | 12:38: a list is wanted here, not `a.b`",
                "check: app, is: closed | check: ap, is: closed | 17:25: unknown check `ap`; did you mean `app`?",
                "check: app, is: closed | check: app, is: closd | 17:34: check `app` has no state `closd`; did you mean `closed`?",
                "[{check: app, is: closed}] | [] | 17:16: a gate requires at least one thing, like {check: app, is: closed}",
                "require: [{check: app, is: closed}] | sustain: 1m | 17:7: the key `require` is missing",
                "until: reopen | until: close  | 18:21: `close` is no later phase; there is `reopen`",
                "until: reopen | until: reopen, expecting: drained "
                        + "| 18:40: check `app` has no state `drained`; there is `closed` and `open`",
                "- id: reopen  | - id: close   | 19:9: duplicate phase `close`",
                "until: reopen | until: [reopen] | 18:21: a name is wanted here, not a list",
                "timeout: 5s   | timeout: 0s   | 8:47: `0s` is not a duration like 10s, 500ms, 1m30s, 8h30m or 2d",
                "with: {datasource: api} | with: {datasource: api}\\n    freshness: 0s "
                        + "| 13:16: `0s` is no time at all; write more, like 10s",
                "with: {datasource: api} | with: {datasource: api}\\n    interval: "
                        + "| 13:5: a duration like 10s, 500ms, 1m30s, 8h30m or 2d is wanted here, and there is nothing",
                "role: lead    | approvals: 0  | 20:95: a decision takes 1 to 100 approvals",
            })
    void isToldWithItsPlace(String right, String wrong, String problem) {
        String yaml = RIGHT.replace(right, wrong.replace("\\n", "\n"));

        assertThat(yaml).isNotEqualTo(RIGHT);
        assertThat(problems(yaml)).contains(problem);
    }

    @Test
    void aTypoInABlockOfLinesIsFoundInItsLine() {
        String block = """
                open: "status == 200"
                      closed: |
                        status == 503 &&
                          latncy > duration('1s')
                """;
        String yaml = RIGHT.replace("{closed: \"status == 503\", open: \"status == 200\"}", "\n      " + block);

        assertThat(problems(yaml)).containsExactly("13:11: probe http reads no `latncy`; did you mean `latency`?");
    }

    @Test
    void aDatabaseThatCannotBeStoppedIsRefusedWithWhatToCheckInstead() {
        String yaml = RIGHT.replace("probe: postgres", "probe: ovh")
                .replace("{datasource: api}", "{project: abc123, databases: [pg-1]}")
                .replace("sessions == 0", "stopped == 1");

        assertThat(problems(yaml))
                .singleElement()
                .asString()
                .startsWith("12:40: the key `databases` is refused: a managed database has no stopped state")
                .contains("probe postgres");
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheFile() {
        String yaml = RIGHT.replace("tower: 1", "tower: 2")
                .replace("probe: postgres", "probe: postgrse")
                .replace("is: open", "is: opne");

        assertThat(problems(yaml))
                .containsExactly(
                        "1:8: this tower reads version 1 of the format: write `tower: 1`",
                        "11:12: unknown probe `postgrse`; did you mean `postgres`?",
                        "20:39: check `app` has no state `opne`; did you mean `open`?");
    }

    @Test
    void aWindowMustCloseAfterItOpens() {
        String window = "window: {opens: \"2022-07-23T22:00:00+02:00\", closes: \"2022-07-23T19:00:00Z\"}\n";

        assertThat(problems(window + RIGHT)).containsExactly("1:54: the window closes before it opens");
    }

    @Test
    void aWindowNeedsItsOffset() {
        assertThat(problems("window: {opens: 2022-07-23T22:00:00, closes: 2022-07-24T12:00:00+02:00}\n" + RIGHT))
                .containsExactly(
                        "1:17: `2022-07-23T22:00:00` is not a time with its offset, like 2022-07-23T22:00:00+02:00");
    }

    @Test
    void aBrokenCheckDoesNotMakeItsReferencesWrong() {
        assertThat(problems(RIGHT.replace("probe: http", "probe: htpp"))).hasSize(1);
        assertThat(problems(RIGHT.replace("status == 503", "status == "))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "# nothing\n", "---\n", "null", "just text", "- a\n- b\n", "42"})
    void whatIsNoMappingIsNoPlan(String yaml) {
        assertThat(problems(yaml)).hasSize(1);
    }

    @Test
    void whatHidesSomethingIsRefused() {
        assertThat(problems("owner: &me a\n" + RIGHT))
                .containsExactly("1:8: anchors like `&me` are not read here; leave it out");
        assertThat(problems("owner: !secret a\n" + RIGHT))
                .containsExactly("1:8: tags like `!secret` are not read here; leave it out");
        assertThat(problems(RIGHT + "---\nid: second\n"))
                .containsExactly("21:1: a second document begins here; one file is one document");
        assertThat(problems("<<: {owner: a}\n" + RIGHT))
                .containsExactly("1:1: merge keys (`<<`) are not read here; write out what is meant");
        assertThat(problems("? [a]\n: b\n" + RIGHT)).containsExactly("1:3: a key must be text");
    }

    @Test
    void aBombOfAliasesIsRefusedUnopened() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            char before = (char) (c - 1);
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(("*" + before + ", ").repeat(9))
                    .append("x]\n");
        }

        assertThat(problems(bomb.toString()))
                .contains("2:8: aliases like `*a` are not read here; write out what is meant");
    }

    @Test
    void aLoopOfAliasesIsRefused() {
        assertThat(problems("&a [*a]")).contains("1:5: aliases like `*a` are not read here; write out what is meant");
    }

    @Test
    void depthHasAnEnd() {
        assertThat(problems("owner: " + "[".repeat(9_000) + "]".repeat(9_000) + "\n" + RIGHT))
                .contains("1:39: this is nested too deeply: at most 32 levels are read");
    }

    @Test
    void lengthHasAnEnd() {
        assertThat(problems("#".repeat(1_100_000)))
                .containsExactly("1:1: the file is too long: at most 1048576 characters are read");
    }

    @Test
    void garbageIsNotToldWithoutEnd() {
        StringBuilder garbage = new StringBuilder(RIGHT);
        for (int i = 0; i < 5_000; i++) {
            garbage.append("garbage").append(i).append(": 1\n");
        }

        assertThat(problems(garbage.toString()))
                .hasSize(201)
                .last()
                .isEqualTo("221:1: from here on, 4800 more are not told; mend those above first");
    }

    @Test
    void whatIsQuotedIsOneLineThatDoesNothingToATerminal() {
        assertThat(problems("timezone: \"\\e[31mParis\\n\\nUTC\"\n" + RIGHT))
                .containsExactly("1:11: ` [31mParis UTC` is not a time zone like Europe/Paris or UTC");
    }

    @Test
    void whereALineEndsOnlyYamlSays() {
        String unusual =
                RIGHT.replace("title: Small", "title: \"Small\u2028\"").replace("status == 503", "stat == 503");

        assertThat(problems(unusual)).hasSize(1).first().asString().startsWith("10:23: probe http reads no `stat`");
        assertThat(problems(RIGHT.replace("status == 503", "stat == 503").replace("\n", "\r\n")))
                .singleElement()
                .asString()
                .startsWith("9:23: ");
    }

    @Test
    void aMarkOfTheEncodingIsNoColumn() {
        assertThat(PlanReader.read("\uFEFF" + RIGHT)).isInstanceOf(PlanReading.Readable.class);
        assertThat(problems("\uFEFF{tower: 1, id: a, title: A, checks: {c: {probe: http, with: {url: u}, states:"
                        + " {up: 'true && statu'}}}, phases: [{id: p, gate: {require: [{check: c, is: up}]}}]}"))
                .containsExactly("1:93: probe http reads no `statu`; did you mean `status`?");
    }

    @Test
    void whatIsNotReadIsNoUnknownName() {
        assertThat(problems(RIGHT.replace("check: app, is: closed", "check: [app], is: closed")))
                .containsExactly("17:25: a name is wanted here, not a list");
        assertThat(problems(RIGHT.replace("check: app, is: closed", "check: app, is: [closed]")))
                .containsExactly("17:34: a name is wanted here, not a list");
        assertThat(problems(RIGHT.replace("{check: app, is: closed}", "{deviations: before}")))
                .containsExactly("17:30: `before` may not stand here; there is `during` and `after`");
    }

    @Test
    void whatIsExpectedMeanwhileIsAStateOfWhatTheGateItselfHolds() {
        String deviating = RIGHT.replace("phases:\n", """
                        deviations: [{check: app, during: closed, after: open, from: close, until: reopen}]
                        phases:
                        """)
                .replace("{check: app, is: closed}", "{deviations: during}, {check: db, is: drained}");

        assertThat(problems(deviating.replace("until: reopen}\n", "until: reopen, expecting: drained}\n")))
                .isEmpty();
        assertThat(problems(deviating.replace("until: reopen}\n", "until: reopen, expecting: closed}\n")))
                .containsExactly("19:40: check `db` has no state `closed`; there is `drained`");
        assertThat(problems(deviating
                        .replace(", {check: db, is: drained}]\n", "]\n")
                        .replace("until: reopen}\n", "until: reopen, expecting: closed}\n")))
                .containsExactly(
                        "19:40: nothing is held that could be in another state: the gate's top names no check");
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() {
        assertThat(problems("a: b: c")).containsExactly("1:5: this is not YAML: mapping values are not allowed here");
        assertThat(problems("a:\n\tb: c").getFirst()).startsWith("2:1: this is not YAML: found character '\\t(TAB)'");
        assertThat(problems("a: b\nc: \u0000")).containsExactly("2:4: this character may not stand in YAML: U+0000");
    }
}
