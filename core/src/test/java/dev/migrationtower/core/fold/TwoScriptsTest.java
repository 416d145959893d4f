package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.View.PhaseView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Lanes with a log each, and two phases with a script each: whose line is it, and who is it that cannot be seen? */
class TwoScriptsTest {
    private static final String PLAN = """
            tower: 1
            id: two
            title: Two scripts
            defaults: {interval: 1s, freshness: 10s, sustain: 2s}
            checks: {app: {probe: http, with: {url: "http://localhost"}, states: {open: "status == 200"}}}
            phases:
              - id: migrate
                lanes: [{id: api}, {id: dwh}]
                follow:
                  - {probe: datadog, with: {query: "service:api"}, lane: api}
                  - {probe: datadog, with: {query: "service:dwh"}, lane: dwh}
                  - {probe: postgres, with: {datasource: api}, lane: api, progressOf: [ke]}
                heartbeat: {match: "^alive$", lateAfter: 5m, lostAfter: 15m}
                steps: [{id: ke, start: 'ke - In progress', done: 'ke - Done'}]
                gate: {require: [{steps: all}]}
              - id: verify
                lanes: [{id: count}]
                follow: [{probe: datadog, with: {query: "service:count"}}]
                heartbeat: {match: "^counting$", lateAfter: 5m, lostAfter: 15m}
                steps: [{id: rows, start: 'rows - In progress', done: 'rows - Done'}]
                gate: {require: [{steps: all}]}
            """;
    private static final String API = "migrate.follow";
    private static final String DWH = "migrate.follow-2";
    private static final String PROGRESS = "migrate.follow-3";
    private static final String COUNT = "verify.follow";

    private static Night started() {
        return Night.of(PLAN).tell(new Action.Start());
    }

    @Test
    void aLineBelongsToTheScriptThatIsFollowedByItsLog() {
        Night night = started().logs(COUNT, "host", "a line of the count");

        assertThat(night.lane("count").unmatched()).isEqualTo(1);
        assertThat(night.lane("api").unmatched()).isZero();
        assertThat(night.phase("migrate").lanes()).extracting(LaneView::id).containsExactly("api", "dwh");
    }

    @Test
    void aLaneWhoseLogCannotBeSeenIsUnknownThoughAnotherCanBeSeen() {
        Night night = started().logs(API, "host", "alive").logs(DWH, "host", "alive");

        night.seesNothing(DWH, DWH, "throttled").after(11).logs(API, "host", "alive");

        assertThat(night.lane("api").state()).isEqualTo(LaneView.State.ALIVE);
        assertThat(night.lane("dwh").state()).isEqualTo(LaneView.State.UNKNOWN);
    }

    @Test
    void toSeeTheDatabaseWorkIsNotToHearTheScript() {
        Night night = started().logs(API, "host", "alive").logs(DWH, "host", "alive");

        night.seesNothing(API, API, "throttled").after(11).hears(DWH).sees(PROGRESS, PROGRESS, "percent", 4.0);

        assertThat(night.lane("api").state()).isEqualTo(LaneView.State.UNKNOWN);
        assertThat(night.lane("dwh").state()).isEqualTo(LaneView.State.ALIVE);
    }

    @Test
    void signsOfLifeAreToldOnceInAWhileAndMoveWhatIsShown() {
        Night night =
                started().logs(API, "host", "alive").logs(DWH, "host", "alive").forgetEvents();

        for (int second = 0; second < 60; second += 2) {
            night.after(2).logs(API, "host", "alive").hears(DWH);
        }

        assertThat(night.events())
                .filteredOn(event -> event.type() == EventType.LANE_HEARD)
                .hasSizeBetween(2, 12)
                .allSatisfy(event -> {
                    assertThat(event.reason()).isEqualTo("the script gives signs of life");
                    assertThat(((PhaseView) event.view()).lanes().getFirst().aliveAt())
                            .isAfter(event.at().minus(Duration.ofSeconds(3)));
                });
    }

    @Test
    void whatIsToldOfALaneIsNotToldAgain() {
        Night night = started().logs(API, "host", "ke - In progress").logs(API, "host", "who knows");
        night.after(2).forgetEvents();

        night.logs(API, "host", "ke - Done").after(5);

        assertThat(night.events())
                .filteredOn(event ->
                        event.subject().startsWith("step/") || event.subject().startsWith("lane/"))
                .extracting(event -> event.type())
                .containsExactly(EventType.STEP_FINISHED);
        assertThat(night.lane("api").unmatched()).isEqualTo(1);
    }
}
