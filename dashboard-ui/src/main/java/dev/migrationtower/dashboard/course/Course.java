package dev.migrationtower.dashboard.course;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Said;
import dev.migrationtower.events.WaiverView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a run went, as far as its events were taken, in order. Grows with what the plan has, what broke and what people said, not with
 * the length of the record. For one thread.
 */
public final class Course {
    private final SequencedMap<String, Breach> broken = new LinkedHashMap<>();
    private final List<Breach> mended = new ArrayList<>();
    private final SequencedMap<String, Waived> waivers = new LinkedHashMap<>();
    private final SequencedMap<String, SequencedSet<Said>> said = new LinkedHashMap<>();
    private final SortedMap<String, CheckCourse> checks = new TreeMap<>();
    private final List<Event> comments = new ArrayList<>();
    private @Nullable RunView run;
    private long first;
    private long last;
    private long missing;

    /** Takes the next event. */
    public void take(Event event) {
        missing += last == 0 ? event.revision() - 1 : event.revision() - last - 1;
        first = first == 0 ? event.revision() : first;
        last = event.revision();
        if (event.type().replacesPlan()) {
            checks.values().forEach(CheckCourse::gone);
        }
        switch (event.view()) {
            case RunView view -> {
                run = view;
                view.phases().forEach(phase -> take(phase, event.at()));
            }
            case PhaseView view -> {
                run = run == null ? null : run.with(view, event.revision());
                take(view, event.at());
            }
            case ForecastView view -> run = run == null ? null : run.with(view, event.revision());
            case CheckView view -> {
                checks.computeIfAbsent(view.check() + "/" + view.item(), key -> new CheckCourse())
                        .take(view);
                takeBreaches(view, event.at());
            }
            case View.Note ignored -> comments.add(event);
            case View.Rejection ignored -> {}
        }
    }

    private void take(PhaseView phase, Instant at) {
        if (phase.gate().decision() != null) {
            said.computeIfAbsent(phase.id(), id -> new LinkedHashSet<>())
                    .addAll(phase.gate().decision().said());
        }
        for (WaiverView waiver : phase.waivers()) {
            waivers.putIfAbsent(key(phase, waiver), new Waived(phase.id(), waiver, null));
        }
        waivers.replaceAll((key, known) -> known.over() == null
                        && known.phase().equals(phase.id())
                        && phase.waivers().stream().noneMatch(waiver -> key.equals(key(phase, waiver)))
                ? new Waived(known.phase(), known.waiver(), at)
                : known);
    }

    private static String key(PhaseView phase, WaiverView waiver) {
        return phase.id() + "/" + waiver.criterion() + "/" + waiver.at();
    }

    private void takeBreaches(CheckView check, Instant at) {
        for (ExpectationView expectation : check.expectations()) {
            String key = CheckCourse.key(check, expectation);
            Instant since = expectation.breachedSince();
            if (since != null) {
                broken.putIfAbsent(
                        key,
                        new Breach(
                                check.check(),
                                check.item(),
                                check.title(),
                                expectation.phase(),
                                expectation.state(),
                                expectation.expected(),
                                expectation.saw(),
                                since,
                                null));
            } else {
                mend(key, at);
            }
        }
        // what is held no longer is broken no longer
        Set<String> held = check.expectations().stream()
                .map(expectation -> CheckCourse.key(check, expectation))
                .collect(Collectors.toSet());
        String prefix = check.check() + "/" + check.item() + "/";
        broken.keySet().stream()
                .filter(key -> key.startsWith(prefix) && !held.contains(key))
                .toList()
                .forEach(key -> mend(key, at));
    }

    private void mend(String key, Instant at) {
        Breach breach = broken.remove(key);
        if (breach != null) {
            mended.add(breach.until(at));
        }
    }

    /** The run as it stands after the last event; empty before its first view. */
    public Optional<RunView> run() {
        return Optional.ofNullable(run);
    }

    /** The revision of the first event; 0 before it. */
    public long first() {
        return first;
    }

    /** The revision of the last event; 0 before the first. */
    public long last() {
        return last;
    }

    /** How many revisions before the last were never taken. */
    public long missing() {
        return missing;
    }

    /** All breaches, the one that began first at the head. */
    public List<Breach> breaches() {
        List<Breach> all = new ArrayList<>(mended);
        all.addAll(broken.values());
        all.sort(Comparator.comparing(Breach::from));
        return all;
    }

    /** All waivers, in the order in which they were granted. */
    public List<Waived> waivers() {
        return List.copyOf(waivers.values());
    }

    /** What people said at the gate of this phase, also what they took back, in order. */
    public List<Said> said(String phase) {
        return List.copyOf(said.getOrDefault(phase, new LinkedHashSet<>()));
    }

    /** What people said for the record, in order. */
    public List<Event> comments() {
        return List.copyOf(comments);
    }

    /** How steady each item was, by {@code check/item}. */
    public List<Steadiness> steadiness() {
        return checks.values().stream().map(CheckCourse::steadiness).toList();
    }

    /** What each item was expected to be, as far as a phase asked for it: {@code check/item/state} to the condition. */
    public Map<String, String> conditions() {
        Map<String, String> all = new TreeMap<>();
        checks.values().forEach(check -> all.putAll(check.conditions()));
        return all;
    }

    /** What looks at each item of the plan that holds now, and what it means if it is not as expected: by {@code check/item}. */
    public Map<String, String> looks() {
        Map<String, String> all = new TreeMap<>();
        checks.forEach((key, check) -> check.look().ifPresent(look -> all.put(key, look)));
        return all;
    }
}
