package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Value;
import java.util.List;

/** Whether the lines that a phase's script writes come to the tower, those of every lane. */
record FollowLint(PlacedPhase phase, Problems warnings) {

    void run() {
        Script script = phase.phase().script();
        if (script == null || LinePattern.of(script).isEmpty()) {
            return;
        }
        List<Script.Source> ofLines = script.follow().stream()
                .filter(source -> source.progressOf().isEmpty())
                .toList();
        if (ofLines.isEmpty()) {
            warn(
                    phase.place().key("steps"),
                    "nobody reads lines here: no source of `follow` gives any, so that no pattern is ever tried");
            return;
        }
        List<Value> places = phase.place().in("lanes").each();
        for (int i = 0; i < places.size(); i++) {
            Script.Lane lane = script.lanes().get(i);
            if (ofLines.stream().noneMatch(source -> source.reaches(lane))) {
                warn(
                        places.get(i),
                        "no line comes to lane `" + lane.id() + "`: "
                                + (lane.host() == null
                                        ? "it has no `host`, and no source of `follow` names it"
                                        : "every source of `follow` names another"));
            }
        }
    }

    private void warn(Value place, String message) {
        warnings.add(place.at(), message);
    }
}
