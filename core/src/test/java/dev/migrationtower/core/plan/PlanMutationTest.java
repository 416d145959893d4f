package dev.migrationtower.core.plan;

import static dev.migrationtower.core.plan.Plans.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mutation breaks the plan of the night of Pix in one place; it is told in its line, and nothing else is. */
class PlanMutationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "tower: 1  | tower: 1.0 | 4 | `1.0` is not a whole number",
                "owner: team-platform | ownr: team-platform | 7 | unknown key `ownr`; did you mean `owner`?",
                "owner: team-platform | owner: on | 7 | `on` without quotes is true or false to other readers",
                "https://wiki | javascript:wiki | 8 | a link begins with https:// or http://",
                "rel: runbook, | # # | 8 | the key `rel` is missing",
                "-24h, -1h | -24, -1h | 11 | `-24` is not so long before the window opens, like -24h",
                "breach, overrun, end] | breech, overrun, end] | 11 | `breech` may not stand here; did you mean `breach`?",
                "every: 2h | every: 2 | 11 | `2` is not a duration",
                "people: [dba-a],     backup: [dba-b] | people: [dba-a],  stand-in: [dba-b] | 14 | unknown key `stand-in`",
                "people: [dba-a] | people: dba-a | 14 | a list is wanted here, not `dba-a`",
                "people: [oncall-a] | people: [no] | 13 | `no` without quotes is true or false",
                "closed: \"status == 503\", | closed: \"status == '503'\", | 28 | `==` cannot be applied to",
                "    closed:  {fr: | clsed:  {fr: | 30 | the check has no state `clsed`; did you mean `closed`?",
                "is in maintenance, as | {nam} is in maintenance, as | 30 | unknown placeholder `{nam}`",
                "unknown: {fr: \"Nous | unknown: {French: \"Nous | 32 | `French` is not a language like en, fr or pt-BR",
                "severity: warn  | severity: wran  | 64 | `wran` may not stand here; did you mean `warn`?",
                "values: {used: | values: {used-bytes: a.b, used: | 62 | `used-bytes` cannot stand in a condition",
                "enough: \"used / | enough: \"usd / | 63 | probe datadog reads no `usd`; did you mean `used`?",
                "during: paused,  | during: pausd,  | 80 | check `monitoring` has no state `pausd`; did you mean `paused`?",
                "{check: containers,    during | {check: container,    during | 83 | unknown check `container`; did you mean",
                "after: scheduled, from: close | after: scheduled, from: clos | 84 | unknown phase `clos`; did you mean `close`?",
                "after: scheduled, from: close, until: reopen | after: scheduled, from: reopen, until: close "
                        + "| 84 | `close` comes no later than `reopen`",
                "during: undeployed, | during: closed, | 82 | check `gateway` has no state `closed`; there is `undeployed` and",
                "during: #off# | during: off | 85 | `off` without quotes is true or false to other readers of YAML; write",
                "{tasks: all}]}\\n  - id: close | {tasks: [freez]}]}\\n  - id: close | 92 | unknown task `freez`; did you mean `freeze`?",
                "- id: drain | - id: close | 97 | duplicate phase `close`",
                "hold: {until: reopen} | hold: {until: prepare} | 96 | `prepare` is no later phase",
                "hold: {until: verify, expecting: migrating} | hold: {until: verify, expecting: migratng} "
                        + "| 103 | check `connections` has no state `migratng`",
                "approvals: 1, | approvals: one, | 104 | `one` is not a whole number",
                "afterStep: alter-answers | afterStep: alter-answer | 107 | unknown step `alter-answer`; did you mean",
                "{id: datawarehouse, host | {id: api, host | 108 | duplicate lane `api`",
                "- {probe: postgres, with: {datasource: api}, lane: api | - {probe: http, with: {url: x}, lane: api "
                        + "| 111 | probe `http` cannot follow a script; there is `datadog`",
                "lane: api, progressOf | lane: apj, progressOf | 111 | unknown lane `apj`; did you mean `api`?",
                ", lane: api, progressOf | , progressOf | 111 | progress has no host: `lane` must say whose it is",
                ", progressOf: [alter-ke, alter-answers]} | } | 111 | `progressOf` must list the steps",
                "progressOf: [alter-ke, | progressOf: [alter-k, | 111 | unknown step `alter-k`; did you mean `alter-ke`?",
                "text: msg} | txt: msg} | 110 | unknown key `txt`; did you mean `text`?",
                "text: msg}} | text: msg}, progressOf: [alter-ke]} | 110 | the probe reads lines, not progress",
                "lostAfter: 15m | lostAfter: 5m | 112 | lostAfter must be longer than lateAfter",
                "{match: \"(?i)error | {match: \"(?i)(error | 113 | this is no pattern (RE2): missing closing )",
                "[\"^Start script\"] | [\"Start[z-a]\"] | 114 | this is no pattern (RE2): invalid character class range",
                "[\"^Start script\"] | [\"x*\"] | 114 | the pattern matches every line",
                "[\"^Start script\"] | [\"((a{1000}){1000}){9}\"] | 114 | the pattern is too large; repeat less",
                "{id: alter-seq,  | {id: alter-ke,  | 119 | duplicate step `alter-ke`",
                "{p50: 8h30m, p90: 12h} | {p50: 8h30m, p90: 8h} | 116 | p90 is shorter than p50",
                "{id: alter-seq,  | {id: alter-seq, progress: '\\d+%', | 119 | the pattern of progress needs a group",
                "{id: alter-seq,  | {id: alter-seq, progress: '(\\d+%', | 119 | this is no pattern (RE2): missing closing )",
                "start: 'Altering flash | start: '(Altering flash | 117 | this is no pattern (RE2): missing closing )",
                "{steps: all} | {steps: [alter-sq]} | 120 | unknown step `alter-sq`; did you mean `alter-seq`?",
                "[{steps: all}] | [{steps: some}] | 120 | `all` or a list of ids is wanted here, not `some`",
                "notAuthorOf: [migrate] | notAuthorOf: [reopen] | 126 | unknown earlier phase `reopen`",
                "[{check: bigint, is: done}, | [{check: bigint, is: don}, | 125 | check `bigint` has no state `don`",
                "{check: smoke, is: works}] | {check: smoke, tasks: all}] | 130 | a criterion is one of {check, is}",
                "{check: smoke, is: works}] | {atLeast: 3, of: [{check: smoke, is: works}, {check: bigint, is: done}]}] "
                        + "| 130 | 3 of 2 makes no sense here",
                "{check: smoke, is: works}] | {check: disk, is: enough}, {any: [{check: disk, is: enough}]}] "
                        + "| 130 | no gate waits for checks of severity warn or info: nothing counts here",
                "[{deviations: after}, {check | [{deviations: during}, {check | 130 | no deviation says what is to be so here",
                "for: 5m | for: long | 134 | `long` is not a duration",
                "[{check: disk, is: critical | [{check: disk, is: critcal | 134 | check `disk` has no state `critcal`",
                "{id: restore, title | {id: migrate, title | 136 | duplicate phase `migrate`",
                "do: {en: \"Restore\"}, | # # | 136 | the key `do` is missing",
                "is: alter-flash.start | is: alter-flash.done | 140 | to the plan, the line is not `alter-flash.done` but `alter-flash.start`",
                "is: alter-flash.start | is: alter-flsh.start | 140 | no pattern of the plan is `alter-flsh.start`; did you mean",
                "is: unmatched | is: failure | 142 | to the plan, the line is not `failure` but `unmatched`",
            })
    void isToldInItsLine(String right, String wrong, int line, String message) {
        String from = unescaped(right);
        String to = unescaped(wrong);
        int at = Plans.PIX.indexOf(from);
        assertThat(at).as("the plan says: " + from).isNotNegative();

        List<String> problems = problems(Plans.PIX.substring(0, at) + to + Plans.PIX.substring(at + from.length()));

        assertThat(problems).singleElement().asString().startsWith(line + ":").contains(message);
    }

    @Test
    void allAreToldAtOnceInTheOrderOfTheFile() {
        String yaml = Plans.PIX
                .replace("is: unmatched", "is: failure")
                .replace("lostAfter: 15m", "lostAfter: 5m")
                .replace("owner: team", "ownr: team")
                .replace("during: paused", "during: pausd");

        assertThat(problems(yaml))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("7", "80", "112", "142");
    }

    @Test
    void scriptsWithoutStepsAreTold() {
        String yaml =
                Plans.PIX.replace("    estimate: 10m\n", "    heartbeat: {match: a, lateAfter: 1m, lostAfter: 2m}\n");

        assertThat(problems(yaml)).containsExactly("99:16: this tells nothing without `steps`, and the phase has none");
    }

    @Test
    void aLineThatTwoStepsCallTheirsIsTold() {
        String yaml = Plans.PIX.replace("start: 'Altering answers_id_seq type", "start: 'Altering .* type");

        assertThat(problems(yaml))
                .containsExactly("140:91: to the plan, the line is `alter-flash.start`, but `alter-seq.start`, too");
    }

    @Test
    void aCheckMayNotHaveTheNameOfWhatAScriptIsFollowedBy() {
        String yaml = Plans.PIX
                .replace("  smoke:\n", "  migrate.follow-2:\n")
                .replace("check: smoke", "check: migrate.follow-2");

        assertThat(problems(yaml))
                .containsExactly("111:9: this would be check `migrate.follow-2`, and there is one already;"
                        + " give that one another id");
    }

    @Test
    void thePhaseOfASourceNeedsAShortName() {
        String yaml = Plans.PIX
                .replace("id: migrate", "id: " + "m".repeat(60))
                .replace("[migrate]", "[" + "m".repeat(60) + "]");

        assertThat(problems(yaml)).hasSize(2).allMatch(problem -> problem.contains("too long for an id"));
    }

    @Test
    void aCheckCannotDeviateTwiceAtOnce() {
        String yaml = Plans.PIX.replace(
                "deviations:\n",
                "deviations:\n  - {check: app, during: open, after: closed, from: drain, until: verify}\n");

        assertThat(problems(yaml)).contains("82:5: check `app` deviates already during that time");
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("#off#", "\"off\"");
    }
}
