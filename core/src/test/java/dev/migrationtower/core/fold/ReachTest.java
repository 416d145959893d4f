package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.core.Reach;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.RunState;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;

/** How far the nights come on which the laws of the fold are tried. */
class ReachTest {
    /** Has no part in what is decided. */
    private static final Set<EventType> BESIDE =
            EnumSet.of(EventType.COMMENT_POSTED, EventType.WALL_OPENED, EventType.WALL_CLOSED);

    @Example
    void everythingThatCanHappenDoesAndWhatMattersOften() {
        Reach reach = Reach.of(Happening.night(), 200, happenings -> {
            Night night = Happening.after(happenings);
            Set<Object> all = night.events().stream().map(Event::type).collect(Collectors.toCollection(HashSet::new));
            all.add(night.run().view().state());
            return all;
        });

        assertThat(reach.all()).containsAll(EnumSet.complementOf(EnumSet.copyOf(BESIDE)));
        assertThat(reach.all()).contains(RunState.COMPLETED, RunState.ROLLED_BACK, RunState.ABORTED);
        reach.often(80, EventType.PHASE_PASSED)
                .often(25, EventType.DECISION_REQUESTED, EventType.WAIVER_GRANTED, EventType.CHECK_STALE)
                .often(
                        12,
                        EventType.BREACH_DETECTED,
                        EventType.PLAN_CHANGED,
                        EventType.STEP_FAILED,
                        EventType.LANE_UNSEEN)
                .often(5, EventType.BREACH_CLEARED, EventType.WAIVER_WITHDRAWN, EventType.PHASE_REOPENED)
                .often(1, EventType.LANE_LATE, EventType.LANE_LOST, EventType.ROLLBACK_BEGUN);
    }

    @Example
    void everyCommandThatHasAnOppositeIsCarriedOut() {
        Reach reach = Reach.of(Happening.night(), 30, happenings -> {
            Night before = Happening.after(happenings).after(1);
            return Happening.DEEDS.stream()
                    .filter(deed -> isObeyed(deed, before.copy()))
                    .map(ReachTest::kind)
                    .collect(Collectors.toSet());
        });

        reach.often(5, Happening.DEEDS.stream().map(ReachTest::kind).distinct().toArray());
    }

    private static boolean isObeyed(Deed deed, Night night) {
        return deed.isNews(night) && night.tellAs("anna", deed.there()).isObeyed();
    }

    private static String kind(Deed deed) {
        return deed.there().getClass().getSimpleName();
    }
}
