package dev.migrationtower.core.plan;

import dev.migrationtower.core.plan.Script.Lane;
import dev.migrationtower.core.plan.Script.Source;
import dev.migrationtower.core.source.Choice;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Ids;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what scripts are followed by: each source is a check without states.
 *
 * <p>Not thread-safe; one per plan.
 */
final class Sources {
    private final Defaults defaults;
    private final KnownChecks others;
    private final SequencedMap<String, Check> read = new LinkedHashMap<>();

    /** @param others the checks that the plan names itself */
    Sources(Defaults defaults, KnownChecks others) {
        this.defaults = defaults;
        this.others = others;
    }

    /** The checks of all that was read, by id. */
    SequencedMap<String, Check> checks() {
        return Collections.unmodifiableSequencedMap(read);
    }

    List<Source> read(Value follow, String phase, List<Lane> lanes, List<String> steps) {
        List<Source> sources = new ArrayList<>();
        for (Value item : follow.items()) {
            String id = Phase.followedBy(phase) + (sources.isEmpty() ? "" : "-" + (sources.size() + 1));
            if (others.has(id)) {
                item.refuse("this would be check `" + id + "`, and there is one already; give that one another id");
            } else if (Ids.valid(phase) && !Ids.valid(id)) {
                item.refuse("this would be check `" + id + "`, too long for an id; give the phase a shorter one");
            }
            sources.add(item.mapping(fields -> source(fields, id, lanes, steps)));
        }
        return sources;
    }

    private Source source(Fields source, String id, List<Lane> lanes, List<String> steps) {
        Value probe = source.required("probe");
        Choice<ProbeKind> kind = ProbeKind.readFollower(probe);
        Value with = source.optional("with");
        Words words = Words.ofCheck(id);
        Check.Item item = new Check.Item(
                id,
                words.name(),
                kind.map(it -> new Settings(words)
                                .read(with, source, it.schema().follow().path("settings")))
                        .orElse(Map.of()),
                null,
                Map.of());
        read.put(
                id,
                new Check(
                        id,
                        probe.map(Value::text).orElse(""),
                        List.of(item),
                        Defaults.duration(source.optional("interval"), defaults.interval()),
                        Defaults.duration(source.optional("freshness"), defaults.freshness()),
                        defaults.breachAfter(),
                        Severity.INFO,
                        new LinkedHashMap<>()));
        boolean progress = kind.taken()
                .map(it -> it.schema().follow().path("gives").asText().equals("progress"))
                .orElse(false);
        Value lane = source.optional("lane");
        Value progressOf = source.optional("progressOf");
        if (kind.taken().isPresent() && progress != progressOf.present()) {
            source.refuse(
                    progress
                            ? "the probe tells how far a step is: `progressOf` must list the steps"
                            : "the probe reads lines, not progress: leave out `progressOf`");
        }
        return new Source(
                id,
                lane.map(place -> Id.known(
                                place, "lane", lanes.stream().map(Lane::id).toList()))
                        .orElseGet(() -> onlyLane(source, lanes, progress)),
                progressOf
                        .map(place -> place.items().stream()
                                .map(step -> Id.known(step, "step", steps))
                                .toList())
                        .orElse(List.of()));
    }

    /** The lane of a source that names none: the only one; null where the host of each line tells. */
    private static @Nullable String onlyLane(Fields source, List<Lane> lanes, boolean progress) {
        if (lanes.size() == 1 && (progress || lanes.getFirst().host() == null)) {
            return lanes.getFirst().id();
        }
        if (progress) {
            source.refuse("progress has no host: `lane` must say whose it is");
        }
        return null;
    }
}
