package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.RunState;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;

/** Properties are worth what the nights come to on which they are tried: it is counted here, on nights of the same kind. */
class ReachTest {
    private static final int NIGHTS = 200;
    /** Has no part in what is decided. */
    private static final Set<EventType> BESIDE =
            EnumSet.of(EventType.COMMENT_POSTED, EventType.WALL_OPENED, EventType.WALL_CLOSED);

    private final Map<EventType, Integer> nightsWith = new EnumMap<>(EventType.class);
    private final Map<RunState, Integer> ends = new EnumMap<>(RunState.class);

    private static List<List<Happening>> nights(int number) {
        return Happening.night().generator(1_000).stream(new Random(20220723))
                .limit(number)
                .map(shrinkable -> shrinkable.value())
                .toList();
    }

    @Example
    void everythingThatCanHappenDoesAndWhatMattersOften() {
        for (List<Happening> happenings : nights(NIGHTS)) {
            Night night = Happening.after(happenings);
            night.events().stream()
                    .map(Event::type)
                    .distinct()
                    .forEach(type -> nightsWith.merge(type, 1, Integer::sum));
            ends.merge(night.run().view().state(), 1, Integer::sum);
        }

        assertThat(nightsWith.keySet()).containsAll(EnumSet.complementOf(EnumSet.copyOf(BESIDE)));
        assertThat(ends).containsKeys(RunState.COMPLETED, RunState.ROLLED_BACK, RunState.ABORTED);
        often(80, EventType.PHASE_PASSED);
        often(25, EventType.DECISION_REQUESTED, EventType.WAIVER_GRANTED, EventType.CHECK_STALE);
        often(12, EventType.BREACH_DETECTED, EventType.PLAN_CHANGED, EventType.STEP_FAILED, EventType.LANE_UNSEEN);
        often(5, EventType.BREACH_CLEARED, EventType.WAIVER_WITHDRAWN, EventType.PHASE_REOPENED);
        often(1, EventType.LANE_LATE, EventType.LANE_LOST, EventType.ROLLBACK_BEGUN);
    }

    private void often(int atLeast, EventType... types) {
        assertThat(Arrays.asList(types))
                .allSatisfy(type -> assertThat(nightsWith.get(type))
                        .as("nights of %s with %s", NIGHTS, type)
                        .isGreaterThanOrEqualTo(atLeast));
    }

    @Example
    void everyCommandThatHasAnOppositeIsCarriedOut() {
        Map<String, Integer> obeyed = new HashMap<>();
        for (List<Happening> happenings : nights(30)) {
            Night before = Happening.after(happenings).after(1);
            for (Deed deed : Happening.DEEDS) {
                Night night = before.copy();
                if (deed.isNews(night) && night.tellAs("anna", deed.there()).isObeyed()) {
                    obeyed.merge(deed.there().getClass().getSimpleName(), 1, Integer::sum);
                }
            }
        }

        assertThat(obeyed.keySet())
                .isEqualTo(Happening.DEEDS.stream()
                        .map(deed -> deed.there().getClass().getSimpleName())
                        .collect(Collectors.toSet()));
        assertThat(obeyed.values()).allSatisfy(times -> assertThat(times).isGreaterThanOrEqualTo(5));
    }
}
