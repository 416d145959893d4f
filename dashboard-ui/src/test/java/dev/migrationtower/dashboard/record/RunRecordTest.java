package dev.migrationtower.dashboard.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Verdict;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RunRecordTest {
    private final Night night = new Night("night-1");
    private final RunRecord record = new RunRecord("night-1", 10);

    @Test
    void aNewerEventReplacesTheViewOfItsPart() throws Exception {
        apply(night.loaded(1, null));
        apply(night.checked(2));
        apply(night.phase(3, PhaseState.ACTIVE));

        var state = Json.mapper()
                .readTree(record.snapshot(Perspective.OPERATOR).json().getBytes());
        assertThat(record.revision()).isEqualTo(3);
        assertThat(state.at("/checks/0/verdict").asText()).isEqualTo("not-met");
        assertThat(state.at("/run/phases/0/state").asText()).isEqualTo("active");
        assertThat(state.at("/events")).hasSize(2);
    }

    @Test
    void aSnapshotTellsWhatHappenedAndNotEveryLook() throws Exception {
        apply(night.loaded(1, null));
        for (int revision = 2; revision < 9; revision++) {
            apply(night.checked(revision));
        }

        var state = Json.mapper()
                .readTree(record.snapshot(Perspective.OPERATOR).json().getBytes());
        assertThat(state.at("/events")).hasSize(1);
        assertThat(state.at("/events/0/type").asText()).endsWith("plan.loaded.v1");
    }

    @Test
    void aSnapshotIsMadeOnceAndKeptWhereTheNetworkTakesItWithoutACopyForEach() throws Exception {
        apply(night.loaded(1, null));

        Snapshot snapshot = record.snapshot(Perspective.OPERATOR);

        assertThat(snapshot.sse().getByteBuf().isDirect()).isTrue();
        assertThat(snapshot.sse().toString()).contains(snapshot.json().toString());
        assertThat(record.snapshot(Perspective.OPERATOR)).isSameAs(snapshot);
    }

    @Test
    void aPlanLoadedAgainForgetsTheChecksThatItDrops() throws Exception {
        apply(night.loaded(1, null));
        apply(night.checked(2));

        apply(night.loaded(3, null));

        var state = Json.mapper()
                .readTree(record.snapshot(Perspective.OPERATOR).json().getBytes());
        assertThat(state.at("/checks")).isEmpty();
    }

    @Test
    void aPlanChangedDuringTheRunKeepsTheChecksThatAreToldAfterIt() throws Exception {
        apply(night.loaded(1, null));
        apply(night.checked(2));

        apply(night.changed(3));
        assertThat(Json.mapper()
                        .readTree(record.snapshot(Perspective.OPERATOR).json().getBytes())
                        .at("/checks"))
                .isEmpty();

        apply(night.checked(4));
        assertThat(Json.mapper()
                        .readTree(record.snapshot(Perspective.OPERATOR).json().getBytes())
                        .at("/checks"))
                .hasSize(1);
    }

    @Test
    void aForecastIsPartOfItsRun() throws Exception {
        apply(night.loaded(1, null));
        apply(night.forecastChanged(2));
        apply(night.phase(3, PhaseState.ACTIVE));

        var state = Json.mapper()
                .readTree(record.snapshot(Perspective.OPERATOR).json().getBytes());
        assertThat(state.at("/run/forecast/end/p90").asText()).isEqualTo("2026-11-23T00:00:00Z");
        assertThat(state.at("/run/phases/0/state").asText()).isEqualTo("active");
        assertThat(state.at("/run/revision").asLong()).isEqualTo(3);
    }

    @Test
    void aForecastOlderThanTheRunDoesNotChangeIt() {
        record.reflect(night.runView(5, RunState.IN_PROGRESS));

        apply(night.forecastChanged(4));

        assertThat(record.run().orElseThrow().forecast()).isNull();
    }

    @Test
    void whatWasOnceSeenToFailStaysProvenWhenNobodyAsksForItAnyMore() {
        apply(night.loaded(1, null));
        apply(night.checked(2));
        apply(night.changed(3));

        assertThat(record.proven()).containsExactly("app/orga/closed");
    }

    @Test
    void anEventOlderThanTheStateChangesNoViewButCanBeReplayed() throws Exception {
        record.reflect(night.runView(5, RunState.IN_PROGRESS));
        record.reflect(night.checkView(6, Verdict.MET));

        apply(night.loaded(1, null));
        apply(night.checked(2));

        var state = Json.mapper()
                .readTree(record.snapshot(Perspective.OPERATOR).json().getBytes());
        assertThat(record.revision()).isEqualTo(6);
        assertThat(state.at("/run/state").asText()).isEqualTo("in-progress");
        assertThat(state.at("/checks/0/verdict").asText()).isEqualTo("met");
        assertThat(record.frame(2)).isNotNull();
    }

    @Test
    void aPhaseOlderThanTheRunDoesNotChangeIt() {
        record.reflect(night.runView(5, RunState.IN_PROGRESS));

        apply(night.phase(4, PhaseState.PASSED));

        assertThat(record.run().orElseThrow().phases().getFirst().state()).isEqualTo(PhaseState.PENDING);
    }

    @Test
    void aNoteOrARejectionChangesNoView() {
        apply(night.loaded(1, null));
        apply(night.comment(2, "c"));
        apply(night.refused(3, "d", 409, "the gate changed"));

        assertThat(record.run()).contains(night.runView(1, RunState.SCHEDULED));
        assertThat(record.revision()).isEqualTo(3);
    }

    @Test
    void theSnapshotIsEncodedOncePerRevision() {
        apply(night.loaded(1, null));
        Snapshot first = record.snapshot(Perspective.OPERATOR);

        assertThat(record.snapshot(Perspective.OPERATOR)).isSameAs(first);
        apply(night.comment(2, "c"));
        assertThat(record.snapshot(Perspective.OPERATOR)).isNotSameAs(first);
        assertThat(record.snapshot(Perspective.OPERATOR).sse().toString())
                .startsWith("id: 2\nevent: snapshot\ndata: {")
                .endsWith("}\n\n");
    }

    @Test
    void whatTheRingNoLongerHasIsNotCovered() {
        for (int revision = 1; revision <= 15; revision++) {
            apply(night.checked(revision));
        }

        assertThat(record.covers(15)).isTrue();
        assertThat(record.covers(5)).isTrue();
        assertThat(record.covers(4)).isFalse();
        assertThat(record.covers(16)).isFalse();
        assertThat(record.covers(-1)).isFalse();
        assertThat(record.frame(5)).isNull();
    }

    @Test
    void theFirstEventOfACauseIsFound() {
        apply(night.loaded(1, "command"));
        apply(night.comment(2, "command"));
        apply(night.comment(3, "other"));

        assertThat(record.causedBy("command"))
                .hasValueSatisfying(frame -> assertThat(frame.revision()).isEqualTo(1));
        assertThat(record.causedBy("nobody")).isEmpty();
    }

    @Test
    void theOldestEvidenceIsThatOfWhatIsExpected() {
        assertThat(record.oldestEvidence()).isEmpty();
        apply(night.checked(7));
        assertThat(record.oldestEvidence()).contains(Night.TEN.plusSeconds(7));
    }

    @Test
    void aFrameIsOneLineWhateverTheWriterDid() {
        Event event = night.comment(4, "c");
        String pretty = new String(Json.write(event), StandardCharsets.UTF_8).replace(",", ",\r\n ");

        Frame frame = Frame.of(event, pretty.getBytes(StandardCharsets.UTF_8));

        assertThat(frame.sse(Perspective.OPERATOR).toString())
                .startsWith("id: 4\nevent: dev.migrationtower.comment.posted.v1\ndata: {")
                .endsWith("}\n\n");
        assertThat(frame.sse(Perspective.OPERATOR).toString().lines()).hasSize(4);
        assertThat(frame.json().toString())
                .doesNotContain("\n", "\r")
                .startsWith("{")
                .endsWith("}");
    }

    private void apply(Event event) {
        record.apply(event, Json.write(event));
    }
}
