package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Script;
import dev.migrationtower.core.step.Lane;
import dev.migrationtower.core.step.LaneMemory;
import dev.migrationtower.core.step.Watch;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the script of a phase. It is followed from the start of the run on, whichever phase is under way.
 *
 * @param lanes what was heard, by lane; {@link #STRAYS}: of lines that belong to none
 * @param shown the lanes as they were last told of, in the order of the plan
 * @param shownAt when that was; null: never
 * @param changesAt when time alone makes it another; null: not before something else happens
 */
public record Following(
        Map<String, LaneMemory> lanes,
        List<LaneView> shown,
        @Nullable Instant shownAt,
        @Nullable Instant changesAt) {
    /** No lane has this name, as it is no id. */
    static final String STRAYS = "?";

    static final Following NOTHING = new Following(Map.of(), List.of(), null, null);

    public Following {
        lanes = Collections.unmodifiableMap(new TreeMap<>(lanes));
        shown = List.copyOf(shown);
    }

    LaneMemory lane(String id) {
        return lanes.getOrDefault(id, LaneMemory.SILENT);
    }

    Following hearing(String lane, LaneMemory memory) {
        Map<String, LaneMemory> all = new TreeMap<>(lanes);
        all.put(lane, memory);
        return new Following(all, shown, shownAt, changesAt);
    }

    Following showing(List<LaneView> newShown, Instant now) {
        return new Following(lanes, newShown, now, changesAt);
    }

    /** The same in the shape of another script: its lanes, each with its steps; looked at again at once. */
    Following shapedBy(@Nullable Script script, Instant now) {
        if (script == null) {
            return NOTHING;
        }
        List<LaneView> shaped = new ArrayList<>();
        for (Script.Lane planned : script.lanes()) {
            LaneView blank = Lane.of(script, planned.id(), LaneMemory.SILENT, new Watch(null, true, now))
                    .view(null);
            shaped.add(shown(planned.id()).map(known -> shaped(known, blank)).orElse(blank));
        }
        shown(STRAYS).ifPresent(shaped::add);
        return new Following(lanes, shaped, shownAt, now);
    }

    private static LaneView shaped(LaneView known, LaneView blank) {
        List<StepView> steps = blank.steps().stream()
                .map(step -> known.steps().stream()
                        .filter(it -> it.id().equals(step.id()))
                        .findFirst()
                        .orElse(step))
                .toList();
        return new LaneView(
                known.id(),
                known.state(),
                known.since(),
                known.aliveAt(),
                known.percent(),
                steps,
                known.unmatched(),
                known.samples());
    }

    private Optional<LaneView> shown(String lane) {
        return shown.stream().filter(view -> view.id().equals(lane)).findFirst();
    }

    Following changingAt(@Nullable Instant newChangesAt) {
        return new Following(lanes, shown, shownAt, newChangesAt);
    }
}
