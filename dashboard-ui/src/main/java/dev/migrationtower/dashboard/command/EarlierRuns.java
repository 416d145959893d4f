package dev.migrationtower.dashboard.command;

import dev.migrationtower.dashboard.record.RunRecord;
import dev.migrationtower.events.EarlierRun;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.View.RunView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What earlier runs of a plan teach the one that is to come. Pure. */
final class EarlierRuns {
    private static final int MOST = 5;

    private EarlierRuns() {}

    /**
     * Those that ended, newest end first; what a pretend estate did teaches only runs of one.
     *
     * @param run the run to come, which may be loaded already
     * @param plan the id of its plan
     */
    static List<EarlierRun> of(String run, String plan, RunMode mode, List<RunRecord> known) {
        return known.stream()
                .flatMap(record -> record.run().stream().flatMap(view -> ended(record, view)))
                .filter(ended -> !ended.view().run().equals(run))
                .filter(ended -> ended.view().plan().equals(plan))
                .filter(ended -> ended.view().mode() != RunMode.SIMULATION || mode == RunMode.SIMULATION)
                .sorted(Comparator.comparing(Ended::at).reversed())
                .limit(MOST)
                .map(ended -> EarlierRun.of(ended.view(), ended.record().proven()))
                .toList();
    }

    private static Stream<Ended> ended(RunRecord record, RunView view) {
        Instant at = view.endedAt();
        return at == null ? Stream.empty() : Stream.of(new Ended(at, record, view));
    }

    private record Ended(Instant at, RunRecord record, RunView view) {}
}
