package dev.migrationtower.core.fold;

import dev.migrationtower.events.Action;

/** A small plan that has everything a plan can have. */
final class WholeNight {
    static final String PLAN = """
            tower: 1
            id: whole
            title: The whole night
            timezone: Europe/Paris
            window: {opens: "2026-11-22T22:00:00Z", closes: "2026-11-23T06:00:00Z"}
            roles:
              lead: {people: [anna], backup: [ben]}
              owner: {people: [cleo, dan], backup: [emil]}
            defaults: {interval: 1s, freshness: 10s, sustain: 2s, breachAfter: 3s}
            checks:
              app:
                probe: http
                forEach: [{id: one, name: One}, {id: two, name: Two}]
                with: {url: "http://localhost/{id}"}
                states: {closed: "status == 503", open: "status == 200"}
                say:
                  closed: {en: "{name} is in maintenance", fr: "{name} est en maintenance"}
                  unknown: {en: "We cannot tell the state of {name}"}
              db:
                probe: postgres
                with: {datasource: api}
                states: {drained: "sessions == 0", migrating: "sessions <= 2", normal: "sessions >= 5"}
              disk:
                probe: http
                with: {url: "http://localhost/disk"}
                states: {critical: "status == 507"}
                severity: warn
            deviations:
              - {check: app, during: closed, after: open, from: close, until: reopen}
            phases:
              - id: prepare
                tasks: [{id: freeze, role: lead, do: Freeze, estimate: 10m}, {id: tell, do: Tell, estimate: 5m}]
                gate: {require: [{tasks: all}]}
              - id: close
                estimate: 30m
                gate: {require: [{deviations: during}]}
              - id: drain
                estimate: 10m
                gate:
                  require: [{check: db, is: drained}]
                  hold: {until: verify, expecting: migrating}
                  decision: {role: lead, question: "Go?"}
              - id: migrate
                pointOfNoReturn: {afterStep: answers}
                lanes: [{id: api, host: "api-*"}, {id: dwh, host: "dwh-*"}]
                follow:
                  - {probe: datadog, with: {query: "service:migration"}}
                  - {probe: postgres, with: {datasource: api}, lane: api, progressOf: [ke, answers]}
                heartbeat: {match: "^alive$", lateAfter: 5m, lostAfter: 15m}
                failure: {match: "(?i)error"}
                ignore: ["^Start script"]
                steps:
                  - {id: ke, start: 'ke - In progress', progress: 'ke (?P<percent>\\d+) %', done: 'ke - Done', estimate: {p50: 2h, p90: 3h}}
                  - {id: answers, start: 'answers - In progress', done: 'answers - Done', estimate: {p50: 1h, p90: 2h}}
                gate: {require: [{steps: all}]}
              - id: verify
                tasks: [{id: count, role: owner, do: Count, estimate: 20m}]
                gate:
                  require: [{any: [{check: db, is: migrating}, {check: db, is: normal}]}, {tasks: all}]
                  decision: {role: owner, approvals: 2, notAuthorOf: [migrate]}
              - id: reopen
                estimate: 30m
                gate:
                  require:
                    - {deviations: after}
                    - {atLeast: 2, of: [{check: db, is: normal}, {check: app, is: open}, {check: db, is: migrating}]}
            rollback:
              estimate: {p50: 2h, p90: 3h}
              propose: [{check: disk, is: critical, for: 1m}]
              phases:
                - id: restore
                  tasks: [{id: restore-db, role: lead, do: Restore}]
                  gate: {require: [{tasks: all}]}
                - id: reopen-old
                  gate: {require: [{deviations: after}]}
            """;

    /** The check by which the script is followed. */
    static final String LOG = "migrate.follow";

    /** The check by which PostgreSQL is asked how far it is. */
    static final String PROGRESS = "migrate.follow-2";

    private WholeNight() {}

    static Night loaded() {
        return Night.of(PLAN);
    }

    static Night preparing() {
        return preparing(PLAN);
    }

    static Night preparing(String plan) {
        return Night.of(plan).tellAs("anna", new Action.Start());
    }

    static Night closing() {
        return preparing()
                .tellAs("anna", new Action.Done("prepare", "freeze", null))
                .tellAs("anna", new Action.Done("prepare", "tell", null))
                .after(2);
    }

    static Night draining() {
        return closing()
                .sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503)
                .after(2);
    }

    static Night awaitingGo() {
        return draining().sees("db", "db", "sessions", 0).after(2);
    }

    static Night migrating() {
        return awaitingGo().tellAs("anna", new Action.Go("drain"));
    }

    static Night verifying() {
        return migrating()
                .logs(LOG, "api-1", "ke - In progress")
                .logs(LOG, "dwh-1", "ke - In progress")
                .logs(LOG, "api-1", "ke - Done")
                .logs(LOG, "dwh-1", "ke - Done")
                .logs(LOG, "api-1", "answers - In progress")
                .logs(LOG, "dwh-1", "answers - In progress")
                .logs(LOG, "api-1", "answers - Done")
                .logs(LOG, "dwh-1", "answers - Done")
                .seesAllAgain()
                .after(2);
    }
}
