package dev.migrationtower.core.plan;

import com.google.re2j.Pattern;
import dev.migrationtower.core.plan.Script.Heartbeat;
import dev.migrationtower.core.plan.Script.Lane;
import dev.migrationtower.core.plan.Script.Step;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the machine does in a phase.
 *
 * <p>Not thread-safe; one per plan: pings name steps without their phase, so that no two of a plan may be of one name.
 */
final class Scripts {
    private final Sources sources;
    private final Unique stepIds = new Unique("step");

    Scripts(Sources sources) {
        this.sources = sources;
    }

    /** The script that the keys of this phase describe; null if none do. */
    @Nullable
    Script read(Fields phase, String phaseId) {
        Value steps = phase.optional("steps");
        Value lanes = phase.optional("lanes");
        Value follow = phase.optional("follow");
        Value heartbeat = phase.optional("heartbeat");
        Value failure = phase.optional("failure");
        Value ignore = phase.optional("ignore");
        if (!steps.present()) {
            Stream.of(lanes, follow, heartbeat, failure, ignore)
                    .filter(Value::present)
                    .forEach(place -> place.refuse("this tells nothing without `steps`, and the phase has none"));
            return null;
        }
        List<Step> allSteps =
                steps.items().stream().map(step -> step.mapping(this::step)).toList();
        if (allSteps.isEmpty()) {
            steps.refuse("a script has at least one step, like {id: copy, start: \"^Copying\", done: \"^Copied\"}");
        }
        List<Lane> allLanes = lanes.map(Scripts::lanes).orElse(List.of(new Lane(Script.ONLY_LANE, null)));
        List<String> ids = allSteps.stream().map(Step::id).toList();
        return new Script(
                allLanes,
                follow.map(place -> sources.read(place, phaseId, allLanes, ids)).orElse(List.of()),
                heartbeat.map(place -> place.mapping(Scripts::heartbeat)).orElse(null),
                failure.map(place -> place.mapping(fields -> Patterns.read(fields.required("match"))))
                        .orElse(null),
                ignore.map(place -> place.items().stream().map(Patterns::read).toList())
                        .orElse(List.of()),
                allSteps);
    }

    private static List<Lane> lanes(Value lanes) {
        Unique ids = new Unique("lane");
        List<Lane> read = lanes.items().stream()
                .map(lane -> lane.mapping(fields -> new Lane(
                        ids.read(fields.required("id")),
                        fields.optional("host").map(Patterns::glob).orElse(null))))
                .toList();
        if (read.isEmpty()) {
            lanes.refuse("a script runs in at least one lane, like {id: api, host: \"api-one-off-*\"}");
        }
        return read;
    }

    private static Heartbeat heartbeat(Fields heartbeat) {
        Pattern match = Patterns.read(heartbeat.required("match"));
        Duration late = Durations.read(heartbeat.required("lateAfter"));
        Value lostPlace = heartbeat.required("lostAfter");
        Duration lost = Durations.read(lostPlace);
        if (!lost.isZero() && lost.compareTo(late) <= 0) {
            lostPlace.refuse("what is late is not lost yet: lostAfter must be longer than lateAfter");
        }
        return new Heartbeat(match, late, lost);
    }

    private Step step(Fields step) {
        return new Step(
                stepIds.read(step.required("id")),
                step.optional("start").map(Patterns::read).orElse(null),
                step.optional("done").map(Patterns::read).orElse(null),
                step.optional("progress").map(Scripts::progress).orElse(null),
                step.optional("estimate").map(Estimates::read).orElse(null));
    }

    private static Pattern progress(Value place) {
        Pattern pattern = Patterns.read(place);
        Set<String> groups = pattern.namedGroups().keySet();
        if (!Patterns.isStandIn(pattern)
                && !groups.contains("percent")
                && !groups.containsAll(Set.of("done", "total"))) {
            place.refuse("the pattern of progress needs a group `(?P<percent>...)`, or two, `(?P<done>...)` and"
                    + " `(?P<total>...)`");
        }
        return pattern;
    }
}
