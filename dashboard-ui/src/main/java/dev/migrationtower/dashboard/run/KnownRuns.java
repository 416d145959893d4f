package dev.migrationtower.dashboard.run;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.dashboard.record.RecordStatus;
import dev.migrationtower.dashboard.record.RunRecord;
import dev.migrationtower.dashboard.record.Runs;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The runs for a request: nothing is told before all is read, for half of a record would look like the whole. */
@Singleton
public class KnownRuns {
    private final Runs runs;
    private final RecordStatus status;

    KnownRuns(Runs runs, RecordStatus status) {
        this.runs = runs;
        this.status = status;
    }

    /**
     * All runs.
     *
     * @throws ProblemException 503 while the record is not read
     */
    public List<RunRecord> newestFirst() {
        requireRecord();
        return runs.newestFirst();
    }

    /**
     * The run with this id, if there is one.
     *
     * @throws ProblemException 503 while the record is not read
     */
    public Optional<RunRecord> find(String run) {
        requireRecord();
        return runs.find(run);
    }

    /**
     * The run with this id.
     *
     * @throws ProblemException 404 if there is none, 503 while the record is not read
     */
    public RunRecord require(String run) {
        return find(run).orElseThrow(() -> new ProblemException(Problem.unknownRun(run)));
    }

    private void requireRecord() {
        if (!status.complete()) {
            throw new ProblemException(Problem.notReady(status.inWords()));
        }
    }
}
