package dev.migrationtower.core.step;

import dev.migrationtower.core.plan.Script;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Outcome.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one observation tells the lanes of a script.
 *
 * @param lanes by the lane's id; a lane that is told nothing is absent
 * @param strays lines that belong to no lane: their host is none of the plan's
 */
public record Hearing(SortedMap<String, List<Heard>> lanes, List<LogLine> strays) {
    private static final Hearing NOTHING = new Hearing(new TreeMap<>(), List.of());

    public Hearing {
        lanes = Collections.unmodifiableSortedMap(new TreeMap<>(lanes));
        strays = List.copyOf(strays);
    }

    /**
     * Hears an observation of what the phase follows, or a ping.
     *
     * @param since when the run began; what was written before, by a rehearsal the day before perhaps, is not heard
     * @param now what was written later counts as written now, as a clock is ahead
     */
    public static Hearing of(Script script, Observation observation, Instant since, Instant now) {
        Optional<Script.Source> source = script.follow().stream()
                .filter(follow -> follow.check().equals(observation.check()))
                .findFirst();
        Ear ear = new Ear(script, since, now);
        return switch (observation.outcome()) {
            case Outcome.LogLines log ->
                source.map(from -> ear.lines(from, log.lines())).orElse(NOTHING);
            case Outcome.Reading reading ->
                source.map(from -> ear.measure(from, observation, reading)).orElse(NOTHING);
            case Outcome.Ping ping -> ear.ping(observation, ping);
            case Outcome.Unobservable unobservable -> NOTHING;
        };
    }

    private record Ear(Script script, Instant since, Instant now) {

        Hearing lines(Script.Source source, List<LogLine> lines) {
            Phrasebook phrasebook = new Phrasebook(script);
            SortedMap<String, List<Heard>> lanes = new TreeMap<>();
            List<LogLine> strays = new ArrayList<>();
            for (LogLine line : lines) {
                Optional<String> lane = laneOf(source, line.host());
                if (line.at().isBefore(since)) {
                    continue;
                }
                if (lane.isEmpty()) {
                    strays.add(line);
                    continue;
                }
                lanes.computeIfAbsent(lane.get(), id -> new ArrayList<>())
                        .add(heard(
                                line.id(), source.check(), line.at(), line.text(), phrasebook.meaningOf(line.text())));
            }
            return new Hearing(lanes, strays);
        }

        Hearing measure(Script.Source source, Observation observation, Outcome.Reading reading) {
            boolean runs = !Boolean.FALSE.equals(reading.values().get("running"));
            if (!runs || !(reading.values().get("percent") instanceof Number percent)) {
                return NOTHING;
            }
            Object words = reading.values().getOrDefault("words", "");
            Meaning meaning = new Meaning.Measured(source.progressOf(), percent.doubleValue());
            return only(
                    laneOf(source, null),
                    heard(observation.id(), source.check(), observation.observedAt(), words.toString(), meaning));
        }

        Hearing ping(Observation observation, Outcome.Ping ping) {
            String text = ping.text();
            boolean known = script.steps().stream().anyMatch(step -> step.id().equals(ping.step()));
            Meaning meaning = known ? meaningOf(ping) : new Meaning.Unmatched();
            String said = "ping: " + ping.signal().word() + " of " + ping.step() + (text == null ? "" : ", " + text);
            return only(
                    known(ping.lane()),
                    heard(observation.id(), Outcome.Ping.PINGS, observation.observedAt(), said, meaning));
        }

        private static Meaning meaningOf(Outcome.Ping ping) {
            return switch (ping.signal()) {
                case START -> new Meaning.Started(ping.step());
                case ALIVE -> new Meaning.Progressed(ping.step(), ping.percent());
                case DONE -> new Meaning.Finished(ping.step());
                case FAIL -> new Meaning.Failed(ping.step());
            };
        }

        private Hearing only(Optional<String> lane, Heard heard) {
            return lane.isEmpty() || heard.writtenAt().isBefore(since)
                    ? NOTHING
                    : new Hearing(new TreeMap<>(Map.of(lane.get(), List.of(heard))), List.of());
        }

        private Heard heard(String id, String source, Instant writtenAt, String text, Meaning meaning) {
            return new Heard(id, source, writtenAt, writtenAt.isAfter(now) ? now : writtenAt, text, meaning);
        }

        /** The lane that the source names, else the one whose host it is. */
        private Optional<String> laneOf(Script.Source source, @Nullable String host) {
            String named = source.lane();
            return named != null
                    ? known(named)
                    : script.lanes().stream()
                            .filter(lane -> isHost(lane, host))
                            .findFirst()
                            .map(Script.Lane::id);
        }

        private static boolean isHost(Script.Lane lane, @Nullable String host) {
            return host != null && lane.host() != null && lane.host().matches(host);
        }

        private Optional<String> known(String lane) {
            return script.lanes().stream()
                    .map(Script.Lane::id)
                    .filter(lane::equals)
                    .findFirst();
        }
    }
}
