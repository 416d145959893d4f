package dev.migrationtower.dashboard.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.probe.Probes;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.service.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private final Night night = new Night("night-1");
    private final Runs runs = new Runs(10);
    private final Probes probes = new Probes(Clock.systemUTC());
    private final Intake intake = new Intake(runs, probes, Traces.none());

    @Test
    void anEventIsAppliedToItsRun() throws Exception {
        Event event = night.loaded(1, "c");

        assertThat(take(Topic.EVENTS, "night-1", Json.write(event))).contains(event);
        assertThat(runs.find("night-1")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"run\":\"night-1\"}", "\u0000"})
    void whatIsNoEventIsRefusedAndChangesNothing(String value) {
        assertThatThrownBy(() -> take(Topic.EVENTS, "night-1", value.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableException.class);
        assertThat(runs.newestFirst()).isEmpty();
    }

    @Test
    void anEventWithoutValueIsRefused() {
        assertThatThrownBy(() -> take(Topic.EVENTS, "night-1", null)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void anEventUnderAForeignKeyIsRefused() {
        assertThatThrownBy(() -> take(Topic.EVENTS, "night-2", Json.write(night.loaded(1, null))))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("its key is \"night-2\"");
        assertThat(runs.newestFirst()).isEmpty();
    }

    @Test
    void aRunWhoseIdIsNoneIsRefused() {
        Night bad = new Night("../etc");

        assertThatThrownBy(() -> take(Topic.EVENTS, "../etc", Json.write(bad.loaded(1, null))))
                .hasMessageContaining("no run id");
    }

    @Test
    void aTombstoneTakesACheckOrARunAway() throws Exception {
        take(Topic.STATE, "night-1", Json.write(night.runView(1, RunState.SCHEDULED)));
        take(Topic.STATE, "night-1/app/orga", Json.write(night.checkView(1, Verdict.MET)));
        RunRecord record = runs.find("night-1").orElseThrow();

        take(Topic.STATE, "night-1/app/orga", null);
        assertThat(record.snapshot(Perspective.OPERATOR).json().toString()).contains("\"checks\":[]");

        take(Topic.STATE, "night-1", null);
        assertThat(runs.find("night-1")).isEmpty();
        assertThat(record.forgotten()).isTrue();
    }

    @Test
    void aPhaseAloneIsNoState() {
        byte[] phase = Json.write(
                night.phase(1, dev.migrationtower.events.PhaseState.ACTIVE).view());

        assertThatThrownBy(() -> take(Topic.STATE, "night-1", phase)).hasMessageContaining("a phase alone");
    }

    @Test
    void aForecastAloneIsNoState() {
        assertThatThrownBy(() -> take(Topic.STATE, "night-1", Json.write(night.forecast(1))))
                .hasMessageContaining("a forecast alone");
    }

    private java.util.Optional<Event> take(Topic topic, String key, byte[] value) throws UnreadableException {
        return intake.take(new ConsumerRecord<>(topic.topicName(), 0, 0, key.getBytes(StandardCharsets.UTF_8), value));
    }
}
