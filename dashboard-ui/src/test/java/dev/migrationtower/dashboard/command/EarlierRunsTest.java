package dev.migrationtower.dashboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.record.RecordFixture;
import dev.migrationtower.dashboard.record.RunRecord;
import dev.migrationtower.events.EarlierRun;
import dev.migrationtower.events.RunMode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EarlierRunsTest {
    private final List<RunRecord> sevenEnded =
            IntStream.rangeClosed(1, 7).mapToObj(EarlierRunsTest::ended).toList();

    @Test
    void theFiveThatEndedLastAreTaughtNewestFirst() {
        assertThat(EarlierRuns.of("tonight", "night", RunMode.SIMULATION, sevenEnded))
                .extracting(EarlierRun::run)
                .containsExactly("night-7", "night-6", "night-5", "night-4", "night-3");
    }

    @Test
    void whatWasProvenGoesWithIt() {
        assertThat(EarlierRuns.of("tonight", "night", RunMode.SIMULATION, List.of(ended(1))))
                .singleElement()
                .satisfies(earlier -> assertThat(earlier.proven()).containsExactly("app/orga/closed"));
    }

    @Test
    void aPretendEstateTeachesARealNightNothing() {
        assertThat(EarlierRuns.of("tonight", "night", RunMode.PRODUCTION, sevenEnded))
                .isEmpty();
        assertThat(EarlierRuns.of("tonight", "night", RunMode.REHEARSAL, sevenEnded))
                .isEmpty();
    }

    @Test
    void anotherPlanTheRunItselfAndOneThatGoesOnTeachNothing() {
        RunRecord goesOn = RecordFixture.of("night-8", 10)
                .apply(new Night("night-8").loaded(1, null))
                .record();

        assertThat(EarlierRuns.of("tonight", "another", RunMode.SIMULATION, sevenEnded))
                .isEmpty();
        assertThat(EarlierRuns.of("night-1", "night", RunMode.SIMULATION, List.of(ended(1), goesOn)))
                .isEmpty();
    }

    private static RunRecord ended(int number) {
        Night night = new Night("night-" + number);
        return RecordFixture.of(night.run(), 10)
                .apply(night.loaded(1, null))
                .apply(night.checked(2))
                .apply(night.completed(3, Night.TEN.plusSeconds(number)))
                .record();
    }
}
