package dev.migrationtower.probe.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.kit.Bench;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nights at speed: two lanes that say every 10 s that they are alive, five items of one check, all of one account. */
class DatadogNightIT {
    private static final Instant BEGIN = Instant.parse("2022-07-23T20:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);

    /**
     * What came of it.
     *
     * @param requests searches of ours
     * @param mostInAnHour searches of everybody
     * @param given the ids of the lines, as they came
     * @param longest from when a line could be seen until it came
     * @param unseen why some looks saw nothing
     */
    private record Night(
            long requests,
            int mostInAnHour,
            Set<String> written,
            List<String> given,
            Duration longest,
            Set<String> unseen) {

        long missed() {
            Set<String> missed = new HashSet<>(written);
            given.forEach(missed::remove);
            return missed.size();
        }

        long doubled() {
            return given.size() - new HashSet<>(given).size();
        }

        /** For the reader of a failure. */
        @Override
        public String toString() {
            return written.size() + " lines, " + requests + " requests, at most " + mostInAnHour + " in an hour, "
                    + missed() + " missed, " + doubled() + " doubled, longest delay " + longest + ", unseen " + unseen;
        }
    }

    /** That of 2022. */
    @Test
    void aNightOfNineteenHoursFitsIntoTheBudgetAndNoLineIsMissed() throws Exception {
        Night night = play(Duration.ofHours(19), datadog -> {});

        assertThat(night.missed()).as(night.toString()).isZero();
        assertThat(night.doubled()).as(night.toString()).isZero();
        assertThat(night.unseen()).isEmpty();
        assertThat(night.requests()).isLessThan(19 * 270);
        assertThat(night.mostInAnHour()).isLessThanOrEqualTo(270);
        assertThat(night.longest()).isLessThan(Duration.ofSeconds(90));
    }

    /** Somebody searches twice a minute, all night long. */
    @Test
    void whatOthersSearchIsLeftToThemAndNoLineIsMissed() throws Exception {
        Night night = play(Duration.ofHours(4), datadog -> {
            if (now.get().getEpochSecond() % 30 == 0) {
                datadog.isSearchedByOthers(now.get());
            }
        });

        assertThat(night.missed()).as(night.toString()).isZero();
        assertThat(night.doubled()).as(night.toString()).isZero();
        assertThat(night.mostInAnHour()).isLessThanOrEqualTo(300);
        assertThat(night.unseen()).isEmpty();
        assertThat(night.longest()).isLessThan(Duration.ofMinutes(4));
    }

    /** At ten past nine somebody uses up all that the hour allows. */
    @Test
    void aBudgetThatOthersUseUpIsSaidAndNoLineIsMissed() throws Exception {
        Instant burst = BEGIN.plus(Duration.ofMinutes(70));
        Night night = play(Duration.ofHours(3), datadog -> {
            for (int i = 0; i < 300 && now.get().equals(burst); i++) {
                datadog.isSearchedByOthers(now.get());
            }
        });

        assertThat(night.missed()).as(night.toString()).isZero();
        assertThat(night.doubled()).as(night.toString()).isZero();
        assertThat(night.unseen()).isNotEmpty().allMatch("throttled"::equals);
        assertThat(night.longest()).isBetween(Duration.ofMinutes(40), Duration.ofMinutes(52));
    }

    /** @param others whoever searches besides, told every ten seconds */
    private Night play(Duration length, Consumer<FakeDatadog> others) throws Exception {
        try (FakeDatadog datadog = new FakeDatadog(clock())) {
            datadog.writesAllNight(BEGIN, length);
            List<CheckSpec> checks = checks();
            DatadogProbe probe = datadog.probe(
                    clock(), () -> Duration.between(BEGIN, now.get()).toNanos());
            Map<String, Duration> delays = new HashMap<>();
            List<String> given = new ArrayList<>();
            Set<String> unseen = new TreeSet<>();
            Instant end = BEGIN.plus(length).plusSeconds(300);
            for (; now.get().isBefore(end); now.updateAndGet(at -> at.plus(INTERVAL))) {
                others.accept(datadog);
                for (CheckSpec check : checks) {
                    switch (Bench.look(probe, check).outcome()) {
                        case Outcome.LogLines lines ->
                            lines.lines().forEach(line -> {
                                given.add(line.id());
                                delays.putIfAbsent(
                                        line.id(), Duration.between(datadog.visibleAt(line.id()), now.get()));
                            });
                        case Outcome.Unobservable unobservable -> unseen.add(unobservable.cause());
                        case Outcome.Reading reading ->
                            assertThat(reading.values()).containsKey("used");
                        case Outcome.Ping ping -> throw new AssertionError(ping);
                    }
                }
            }
            Duration longest = delays.values().stream().max(Duration::compareTo).orElseThrow();
            return new Night(datadog.requests(), datadog.mostInAnHour(), datadog.lines(), given, longest, unseen);
        }
    }

    private static List<CheckSpec> checks() {
        List<CheckSpec> checks = new ArrayList<>();
        checks.add(
                check("migrate.follow", "migrate.follow", Map.of("query", FakeDatadog.SCRIPT, "text", "msg"), BEGIN));
        for (String app : FakeDatadog.APPS) {
            checks.add(check("disk", app, FakeDatadog.disk(app, "data.leader_metrics.disk.used"), null));
        }
        return checks;
    }

    private static CheckSpec check(String check, String item, Map<String, Object> settings, @Nullable Instant since) {
        return new CheckSpec("night", check, item, "datadog", settings, INTERVAL, Duration.ofSeconds(60), since, null);
    }

    private Clock clock() {
        return ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    }
}
