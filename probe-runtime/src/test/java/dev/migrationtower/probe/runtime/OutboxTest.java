package dev.migrationtower.probe.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Outbox outbox = new Outbox(2);

    @Test
    void onlyTheNewestOfACheckWaits() {
        outbox.offer(observation("a", 1));
        outbox.offer(observation("a", 2));

        assertThat(outbox.next()).contains(observation("a", 2));
        assertThat(outbox.next()).isEmpty();
    }

    @Test
    void aCheckHasOneUnderWayAtMost() {
        outbox.offer(observation("a", 1));
        outbox.next();
        outbox.offer(observation("a", 2));
        outbox.offer(observation("b", 1));

        assertThat(outbox.next()).contains(observation("b", 1));
        outbox.sent(observation("b", 1));
        assertThat(outbox.next()).isEmpty();
        outbox.sent(observation("a", 1));
        assertThat(outbox.next()).contains(observation("a", 2));
    }

    @Test
    void noMoreThanAllowedAreUnderWay() {
        outbox.offer(observation("a", 1));
        outbox.offer(observation("b", 1));
        outbox.offer(observation("c", 1));

        assertThat(outbox.next()).isPresent();
        assertThat(outbox.next()).isPresent();
        assertThat(outbox.next()).isEmpty();
    }

    @Test
    void whatFailedWaitsAgain() {
        outbox.offer(observation("a", 1));
        outbox.failed(outbox.next().orElseThrow());

        assertThat(outbox.next()).contains(observation("a", 1));
    }

    @Test
    void whatFailedGivesWayToANewerOne() {
        outbox.offer(observation("a", 1));
        Parcel old = outbox.next().orElseThrow();
        outbox.offer(observation("a", 2));
        outbox.failed(old);

        assertThat(outbox.next()).contains(observation("a", 2));
        assertThat(outbox.size()).isEqualTo(1);
    }

    @Test
    void ofADroppedCheckNothingIsSentAnyMore() {
        outbox.offer(observation("a", 1));
        Parcel underWay = outbox.next().orElseThrow();
        outbox.offer(observation("a", 2));

        outbox.forget(underWay.key());
        outbox.failed(underWay);

        assertThat(outbox.next()).isEmpty();
        assertThat(outbox.size()).isZero();
    }

    @Test
    void linesOfALogAllWaitBecauseANewerLookDoesNotHaveThem() {
        outbox.offer(lines(1));
        outbox.offer(lines(2));
        outbox.offer(observation("a", 3));

        Parcel first = outbox.next().orElseThrow();
        assertThat(first).isEqualTo(lines(1));
        outbox.failed(first);
        assertThat(outbox.size()).isEqualTo(3);

        outbox.forget(first.key());
        assertThat(outbox.size()).isZero();
    }

    private static Parcel lines(int second) {
        Observation look = observation("a", second).observation();
        return parcel(new Observation(
                look.id(),
                look.run(),
                look.check(),
                look.item(),
                look.probe(),
                look.instance(),
                look.observedAt(),
                look.tookMillis(),
                null,
                new Outcome.LogLines(
                        List.of(new Outcome.LogLine("line " + second, look.observedAt(), "one-off-1", "alive"))),
                null,
                null));
    }

    private static Parcel observation(String item, int second) {
        return parcel(new Observation(
                item + second,
                "night-1",
                "app",
                item,
                "http",
                "probe-http-1",
                Instant.EPOCH.plusSeconds(second),
                1,
                null,
                new Outcome.Reading(Map.of()),
                null,
                null));
    }

    private static Parcel parcel(Observation observation) {
        return new Parcel(observation, Map.of());
    }
}
