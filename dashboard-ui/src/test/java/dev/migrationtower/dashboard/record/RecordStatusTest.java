package dev.migrationtower.dashboard.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordStatusTest {
    private static final Instant TEN = Instant.parse("2026-11-22T22:00:00Z");
    private final RecordStatus status = new RecordStatus();

    @Test
    void beforeAllIsReadNothingIsShown() {
        assertThat(status.complete()).isFalse();
        status.change(new RecordStatus.State.CatchingUp(12));
        assertThat(status.complete()).isFalse();
        assertThat(status.inWords()).contains("12 records behind");
    }

    @Test
    void whatWasReadIsShownThoughKafkaIsAwayAndSinceWhenIsKept() {
        status.change(new RecordStatus.State.Live());
        status.missing("no answer", TEN);
        status.missing("no answer", TEN.plusSeconds(30));

        assertThat(status.live()).isFalse();
        assertThat(status.complete()).isTrue();
        assertThat(status.lostSince()).contains(TEN);
    }

    @Test
    void kafkaAwayBeforeAllIsReadIsWaitingForIt() {
        status.change(new RecordStatus.State.CatchingUp(12));
        status.missing("no answer", TEN);

        assertThat(status.complete()).isFalse();
        assertThat(status.lostSince()).isEmpty();
        assertThat(status.inWords()).isEqualTo("no answer");
    }

    @Test
    void aBrokenReaderStaysBroken() {
        status.change(new RecordStatus.State.Broken("out of memory"));
        status.missing("no answer", TEN);

        assertThat(status.inWords()).isEqualTo("out of memory");
    }
}
