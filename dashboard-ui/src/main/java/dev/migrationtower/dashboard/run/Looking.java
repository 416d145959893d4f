package dev.migrationtower.dashboard.run;

import dev.migrationtower.dashboard.access.Access;
import dev.migrationtower.dashboard.access.Admission;
import dev.migrationtower.dashboard.access.Visitor;
import dev.migrationtower.dashboard.access.Visitor.Anonymous;
import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.access.Visitors;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.dashboard.record.RunRecord;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The runs that whoever sends a request may see. Thread-safe. */
@Singleton
public class Looking {
    private final KnownRuns runs;
    private final Visitors visitors;
    private final Clock clock;

    Looking(KnownRuns runs, Visitors visitors, Clock clock) {
        this.runs = runs;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** A run, and how it may be looked at. */
    public record Look(RunRecord run, Admission admission) {}

    /**
     * The run of this id. Nobody learns whether there is one that they may not see.
     *
     * @throws ProblemException 401 for whoever would have to sign in, 404 if there is none, 503 while the record is not read
     */
    public Look at(String run, HttpServerRequest http) {
        Visitor visitor = visitors.of(http);
        Optional<RunRecord> known = runs.find(run);
        return known.flatMap(record -> look(record, visitor)).orElseThrow(() -> switch (visitor) {
            case Person ignored -> new ProblemException(Problem.unknownRun(run));
            case Visitor.Screen ignored -> visitors.unknown("This link does not show this run, or was closed.");
            case Anonymous anonymous -> visitors.unknown(anonymous.why());
        });
    }

    /** All that may be seen, the one whose plan was loaded last first. */
    List<Look> all(HttpServerRequest http) {
        Visitor visitor = visitors.of(http);
        return runs.newestFirst().stream()
                .flatMap(record -> look(record, visitor).stream())
                .toList();
    }

    private Optional<Look> look(RunRecord record, Visitor visitor) {
        return record.run()
                .flatMap(view -> Access.toSee(visitor, view, clock.instant()))
                .map(admission -> admission.asLongAs(() -> visitors.stillLetsIn(visitor)))
                .map(admission -> new Look(record, admission));
    }
}
