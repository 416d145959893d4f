package dev.migrationtower.core.plan;

import static dev.migrationtower.core.plan.Plans.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test makes a plan that nobody would warn of a little worse. */
class LintTest {
    private static final String FINE = """
            tower: 1
            id: small
            title: Small
            timezone: Europe/Paris
            window: {opens: "2022-07-23T22:00:00+02:00", closes: "2022-07-24T02:00:00+02:00"}
            roles: {lead: {people: [ann], backup: [bob]}}
            checks:
              app: {probe: http, with: {url: "http://app"}, states: {closed: "status == 503", open: "status == 200"}}
              db: {probe: postgres, with: {datasource: api}, states: {drained: "sessions == 0"}}
            deviations:
              - {check: app, during: closed, after: open, from: close, until: reopen}
            phases:
              - id: close
                estimate: 1h
                gate:
                  require: [{deviations: during}, {check: db, is: drained}]
                  hold: {until: reopen}
              - id: copy
                follow: [{probe: scalingo, with: {app: one}}]
                steps:
                  - {id: one, start: "^begin", done: "^end", estimate: {p50: 1h, p90: 2h}}
                heartbeat: {match: "^alive", lateAfter: 1m, lostAfter: 2m}
                failure: {match: "(?i)error"}
                ignore: ["^hello"]
                gate: {require: [{steps: all}]}
              - id: reopen
                estimate: 1h
                tasks: [{id: tell, role: lead, do: Tell them, estimate: 5m}]
                gate: {require: [{deviations: after}, {tasks: all}], decision: {role: lead}}
            rollback:
              phases:
                - {id: back, gate: {require: [{deviations: after}]}}
            samples:
              - {line: begin, is: one.start}
              - {line: end, is: one.done}
              - {line: alive, is: heartbeat}
              - {line: an ERROR, is: failure}
              - {line: hello, is: ignored}
            """;

    @Test
    void nobodyIsWarnedOfAPlanThatIsFine() {
        assertThat(warnings(FINE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "timezone: Europe/Paris | owner: me | 2:1: no `timezone`: people read all times in UTC",
                "rollback:\\n  phases:\\n    - {id: back, gate: {require: [{deviations: after}]}}\\n | \\n "
                        + "| 12:1: no `rollback`: nobody can say what the way back is, nor until when it can be taken",
                "{deviations: during}, | # # "
                        + "| 11:53: the gate of `close` does not ask for `app` to be `closed`; let it require {deviations: during}",
                "[{deviations: after}, {tasks: all}] | [{tasks: all}] "
                        + "| 11:67: the gate of `reopen` does not ask for `app` to be `open`; let it require {deviations: after}",
                ", {check: db, is: drained} | # # "
                        + "| 9:3: nothing expects check `db` to be in a state; `severity: info` if it need not",
                ", backup: [bob] | # # | 6:9: role `lead` has no `backup`",
                "{people: [ann], backup: [bob]} | {} | 28:30: anybody may act as `lead`: nobody is behind that role",
                "decision: {role: lead} | decision: {role: boss} "
                        + "| 29:75: anybody may act as `boss`: nobody is behind that role, which `roles` does not have; there is `lead`",
                ", estimate: {p50: 1h, p90: 2h} | # # "
                        + "| 21:9: step `one` has no estimate: how far its lane is cannot be told",
                "{line: begin, is: one.start} | {line: x, is: unmatched} "
                        + "| 21:26: no sample line tries this pattern of `one.start`",
                "{line: end, is: one.done} | {line: x, is: unmatched} "
                        + "| 21:42: no sample line tries this pattern of `one.done`",
                "{line: alive, is: heartbeat} | {line: x, is: unmatched} "
                        + "| 22:24: no sample line tries this pattern of `heartbeat`",
                "{line: an ERROR, is: failure} | {line: x, is: unmatched} "
                        + "| 23:22: no sample line tries this pattern of `failure`",
                "{line: hello, is: ignored} | {line: x, is: unmatched} "
                        + "| 24:14: no sample line tries this pattern of `ignored`",
                "states: {drained | severity: warn, states: {drained "
                        + "| 16:47: the gate does not wait for check `db`: its severity is warn",
                "{check: db, is: drained}] | {any: [{check: db, is: drained}, {check: app, is: closed}]}] "
                        + "| 16:39: what stands under `any` or `atLeast` is not held once the gate has passed",
                "role: lead} | role: lead, approvals: 3} "
                        + "| 29:92: 3 approvals can never be had: behind role `lead` are 2 people",
                "people: [ann], backup: [bob] | people: [ann], backup: [ann] "
                        + "| 6:9: role `lead` has no `backup`: it names the same people",
                "follow: [{probe: scalingo, with: {app: one}}] | follow: [] "
                        + "| 20:5: nobody reads lines here: no source of `follow` gives any, so that no pattern is ever tried",
                "follow: [ | lanes: [{id: a, host: x}, {id: b}]\\n    follow: [ "
                        + "| 19:31: no line comes to lane `b`: it has no `host`, and no source of `follow` names it",
                "follow: [{ | lanes: [{id: a, host: x}, {id: b}]\\n    follow: [{lane: b, "
                        + "| 19:13: no line comes to lane `a`: every source of `follow` names another",
                "rollback:\\n  phases:\\n    - {id: back, gate: {require: [{deviations: after}]}} "
                        + "| rollback:\\n  phases:\\n    - {id: back, gate: {require: [{check: db, is: drained}]}} "
                        + "| 30:1: the way back does not restore `app`; let a gate of it require {deviations: after}",
                "22:00:00+02:00 | 22:00:00+01:00 "
                        + "| 5:17: `2022-07-23T22:00:00+01:00` is 23:00 in Europe/Paris, which is at +02:00 then",
                "window: {opens: \"2022-07-23T22:00:00+02:00\", closes: \"2022-07-24T02:00:00+02:00\"} "
                        + "| announce: {at: [start, -24h]} "
                        + "| 5:24: `-24h` never comes: the plan has no `window`",
                "window: {opens: \"2022-07-23T22:00:00+02:00\", closes: \"2022-07-24T02:00:00+02:00\"} "
                        + "| announce: {at: [overrun, end]} "
                        + "| 5:17: `overrun` never comes: the plan has no `window`",
                "with: {datasource: api}, | with: {datasource: api, columns: [a.id]}, "
                        + "| 9:85: `sessions` stays unknown: the probe reads it only where `sessions` stands in `with`",
                "with: {datasource: api}, | with: {datasource: api, columns: [a.id], sessions: false}, "
                        + "| 9:102: `sessions` stays unknown: the probe reads it only where `sessions` stands in `with`",
                "with: {datasource: api}, | with: {datasource: api}, interval: 1m, "
                        + "| 9:60: evidence counts for 30 s, and there is newer every 1 min: in between it is unknown, "
                        + "unless its source says how long it counts",
                "with: {datasource: api}, | with: {datasource: api}, freshness: 10s, "
                        + "| 9:61: evidence counts for 10 s, and there is newer every 10 s: in between it is unknown, "
                        + "unless its source says how long it counts",
                "timezone: Europe/Paris | timezone: Europe/Paris\\ndefaults: {interval: 2m} "
                        + "| 5:22: evidence counts for 30 s, and there is newer every 2 min: in between it is unknown, "
                        + "unless its source says how long it counts",
                "with: {app: one}} | with: {app: one}, interval: 30s} "
                        + "| 19:60: evidence counts for 30 s, and there is newer every 30 s: in between it is unknown, "
                        + "unless its source says how long it counts",
                "estimate: 1h\\n    gate:\\n | gate:\\n "
                        + "| 5:1: whether the window is long enough is not known: there is no estimate for `close`",
            })
    void isToldWithItsPlace(String fine, String worse, String warning) {
        String yaml = FINE.replace(unescaped(fine), unescaped(worse));

        assertThat(yaml).isNotEqualTo(FINE);
        assertThat(warnings(yaml)).contains(warning);
    }

    @Test
    void aWindowInUtcOrAcrossTheEndOfSummerIsNotMistaken() {
        String utc = FINE.replace("2022-07-23T22:00:00+02:00", "2022-07-23T20:00:00Z");
        String autumn = FINE.replace("2022-07-23T22:00:00+02:00", "2022-10-29T23:00:00+02:00")
                .replace("2022-07-24T02:00:00+02:00", "2022-10-30T03:00:00+01:00");

        assertThat(warnings(utc)).isEmpty();
        // five hours, as one of them comes twice
        assertThat(warnings(autumn)).isEmpty();
        assertThat(warnings(autumn.replace("estimate: {p50: 1h, p90: 2h}", "estimate: {p50: 1h, p90: 4h}")))
                .containsExactly(
                        "5:1: the window is 5 h long, and what it holds takes 3 h (p50) to 6 h (p90): up to 1 h"
                                + " too long");
    }

    @Test
    void whatIsAskedForBesidesIsRead() {
        String both =
                FINE.replace("with: {datasource: api},", "with: {datasource: api, columns: [a.id], sessions: true},");
        String named = FINE.replace("probe: postgres", "probe: datadog")
                .replace("with: {datasource: api}", "with: {query: q, values: {total: a.b}}")
                .replace("sessions == 0", "total == 0");

        assertThat(warnings(both)).isEmpty();
        assertThat(warnings(named)).isEmpty();
        assertThat(warnings(named.replace("total: a.b", "totals: a.b")))
                .singleElement()
                .asString()
                .endsWith("`total` stays unknown: the probe reads it only where `monitors` stands in `with`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "07-24T02:00:00 | 07-24T01:00:00 | 3 h long, and what it holds takes 3 h (p50) to 4 h (p90): up to 1 h too long",
                "07-24T02:00:00 | 07-24T00:30:00 | 2 h 30 min long, and what it holds takes 3 h (p50) to 4 h (p90): "
                        + "30 min to 1 h 30 min too long",
                "estimate: {p50: 1h, p90: 2h} | estimate: 3h | 4 h long, and what it holds takes 5 h: 1 h too long",
            })
    void aWindowThatIsTooShortIsToldByHowMuch(String fine, String worse, String warning) {
        assertThat(warnings(FINE.replace(fine, worse))).containsExactly("5:1: the window is " + warning);
    }

    @Test
    void whatNobodyEstimatedIsNamedWhereTheWindowIsTooShort() {
        String yaml =
                FINE.replace("07-24T02:00:00", "07-23T22:30:00").replace("    estimate: 1h\n    gate", "    gate");

        assertThat(warnings(yaml))
                .containsExactly("5:1: the window is 30 min long, and what it holds takes 2 h (p50) to 3 h (p90): "
                        + "1 h 30 min to 2 h 30 min too long, and nothing is counted for `close`");
    }

    @Test
    void aWindowIsLongEnoughWhenItHoldsTheSlowNight() {
        assertThat(warnings(FINE.replace("07-24T02:00:00", "07-24T04:00:00"))).isEmpty();
    }

    @Test
    void whoWritesAStateOutAsksForItAsWell() {
        assertThat(warnings(FINE.replace("[{deviations: after}, {tasks", "[{check: app, is: open}, {tasks")))
                .isEmpty();
    }

    @Test
    void aCheckThatProposesTheRollbackIsExpectedToBeSomething() {
        String yaml = FINE.replace(", {check: db, is: drained}", "")
                .replace("rollback:\n", "rollback:\n  propose: [{check: db, is: drained, for: 5m}]\n");

        assertThat(warnings(yaml)).isEmpty();
    }

    @Test
    void aCheckForInformationNeedNotBeExpectedToBeAnything() {
        String yaml = FINE.replace(", {check: db, is: drained}", "")
                .replace("states: {drained", "severity: info, states: {drained");

        assertThat(warnings(yaml)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "after: open, from: close, until: reopen | from: close | no `after` and no `until`",
                "close, until: reopen}                   | close}      | no `until`",
                "after: open,                            | ''          | no `after`",
            })
    void aDeviationThatIsNotRestoredIsTold(String fine, String worse, String what) {
        String yaml = FINE.replace(fine, worse)
                .replace("{deviations: after}, {tasks", "{check: db, is: drained}, {tasks")
                .replace("{require: [{deviations: after}]}", "{require: [{check: db, is: drained}]}");

        assertThat(warnings(yaml)).containsExactly("11:5: " + what + ": no phase asks for `app` to be restored");
    }

    @Test
    void aHoldOfNothingIsTold() {
        String yaml = FINE.replace(
                "gate: {require: [{steps: all}]}", "gate: {require: [{steps: all}], hold: {until: reopen}}");

        assertThat(warnings(yaml))
                .containsExactly(
                        "25:43: nothing is held: only states of checks are, and none of them under `any` or `atLeast`");
    }

    @Test
    void aChoiceOfTasksIsNoStateThatCouldBeHeld() {
        String yaml = FINE.replace(
                "    gate:\n      require: [",
                "    tasks: [{id: a, do: A}, {id: b, do: B}]\n    gate:\n"
                        + "      require: [{any: [{tasks: [a]}, {tasks: [b]}]}, ");

        assertThat(warnings(yaml)).isEmpty();
    }

    @Test
    void ofTheNightOfPixOnlyWhatIsSoIsTold() {
        assertThat(warnings(Plans.PIX))
                .containsExactly(
                        "10:1: the window is 14 h long, and what it holds takes 14 h 10 min (p50) to 19 h 42 min (p90): "
                                + "10 min to 5 h 42 min too long",
                        "113:22: no sample line tries this pattern of `failure`",
                        "114:14: no sample line tries this pattern of `ignored`",
                        "116:36: no sample line tries this pattern of `alter-ke.start`",
                        "116:118: no sample line tries this pattern of `alter-ke.done`",
                        "117:118: no sample line tries this pattern of `alter-flash.done`",
                        "118:36: no sample line tries this pattern of `alter-answers.start`",
                        "118:118: no sample line tries this pattern of `alter-answers.done`",
                        "119:36: no sample line tries this pattern of `alter-seq.start`",
                        "119:118: no sample line tries this pattern of `alter-seq.done`");
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }
}
