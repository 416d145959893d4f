package dev.migrationtower.dashboard.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.dashboard.Night;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    private final Night night = new Night("night");

    @Test
    void aRevisionHasAllUpToItAndNothingAfter() {
        Moment moment = Moment.parse("4").orElseThrow();

        assertThat(moment).accepts(night.checked(1), night.checked(4)).rejects(night.checked(5));
    }

    @Test
    void anInstantHasAllThatWasDecidedUpToItWhateverItsOffset() {
        assertThat(Moment.parse("2026-11-22T23:00:03+01:00"))
                .isEqualTo(Moment.parse("2026-11-22T22:00:03Z"))
                .hasValueSatisfying(
                        moment -> assertThat(moment).accepts(night.checked(3)).rejects(night.checked(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "-1", "22:00", "2026-11-22T22:00:03", "99999999999999999999"})
    void whatIsNoMomentIsNone(String text) {
        assertThat(Moment.parse(text)).isEmpty();
    }

    @Test
    void anOutlineStopsWhereSomethingHappenedAndGoesToTheLastLook() {
        Outline.Builder builder = new Outline.Builder();
        Stream.of(
                        night.loaded(1, null),
                        night.checked(2),
                        night.phase(3, PhaseState.ACTIVE),
                        night.forecastChanged(4),
                        night.checked(5))
                .forEach(builder::add);

        Outline outline = builder.build();

        assertThat(outline.events())
                .extracting(Outline.Mark::type)
                .containsExactly(EventType.PLAN_LOADED, EventType.PHASE_STARTED);
        assertThat(outline.first()).isEqualTo(outline.events().getFirst());
        assertThat(outline.last())
                .isEqualTo(new Outline.Mark(5, Instant.parse("2026-11-22T22:00:05Z"), EventType.CHECK_OBSERVED));
        assertThat(new Outline.Builder().build().first()).isNull();
    }
}
