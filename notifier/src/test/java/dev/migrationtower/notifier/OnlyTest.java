package dev.migrationtower.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.events.EventType;
import dev.migrationtower.notifier.words.Message;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class OnlyTest {
    private static Only only(String... words) {
        return new Only("tower.notifier.channels.team.only", List.of(words));
    }

    @Test
    void whoAsksForNothingGetsEveryEventButThoseByWhichOnlyAValueMoved() {
        assertThat(only().events())
                .contains(EventType.PHASE_PASSED, EventType.BREACH_DETECTED, EventType.COMMENT_POSTED)
                .doesNotContain(EventType.CHECK_OBSERVED, EventType.STEP_PROGRESSED)
                .hasSize(EventType.values().length - 2);
    }

    @Test
    void aFirstWordIsAllOfThem() {
        assertThat(only("breach", "phase.passed").events())
                .containsExactlyInAnyOrder(EventType.BREACH_DETECTED, EventType.BREACH_CLEARED, EventType.PHASE_PASSED);
        assertThat(only("check.observed").events()).containsExactly(EventType.CHECK_OBSERVED);
    }

    @Test
    void whatIsMistypedIsRefusedWithWhatThereIs() {
        assertThatThrownBy(only("phase.past")::events)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tower.notifier.channels.team.only: there is no \"phase.past\"; there are ")
                .hasMessageContaining("phase.passed");
        assertThatThrownBy(only("phase-begins")::notices)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no \"phase-begins\"; there are ahead, ")
                .hasMessageContaining("phase-began");
    }

    @Test
    void noticesAreChosenByTheirKind() {
        Predicate<Message> wanted = only("phase-began", "ended").notices();

        assertThat(List.of("phase-began", "started", "ended"))
                .filteredOn(kind -> wanted.test(message(kind)))
                .containsExactly("phase-began", "ended");
        assertThat(only().notices().test(message("started"))).isTrue();
    }

    private static Message message(String kind) {
        return new Message("n/1", "n", Instant.EPOCH, kind, Message.Tone.NEWS, "title", List.of(), null);
    }
}
