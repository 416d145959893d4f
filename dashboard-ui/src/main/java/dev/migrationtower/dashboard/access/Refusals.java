package dev.migrationtower.dashboard.access;

import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.events.Origin;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of this service and refused: the record has what the aggregator decided, and these did not get that far. The newest
 * are remembered, as long as this instance runs; all are in its log. Thread-safe.
 */
@Singleton
public class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final int REMEMBERED = 1_000;

    private final Deque<Refusal> newest = new ArrayDeque<>();
    private final Visitors visitors;
    private final MeterRegistry metrics;
    private final Clock clock;

    Refusals(Visitors visitors, MeterRegistry metrics, Clock clock) {
        this.visitors = visitors;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @param by who asked; absent: nobody we know
     * @param what the method and the path
     */
    public record Refusal(Instant at, @Nullable String by, Origin from, String what, int status, String why) {}

    /** Those that have to do with this run, oldest first. */
    public synchronized List<Refusal> of(String run) {
        String path = " /api/v1/runs/" + run + "/";
        return newest.stream().filter(refusal -> refusal.what().contains(path)).toList();
    }

    void note(String method, HttpServerRequest http, Problem problem) {
        String address = Caller.of(http).address();
        Refusal refusal = visitors.of(http) instanceof Person person
                ? refusal(person.name(), person.from(Caller.of(http)), method, http, problem)
                : refusal(null, new Origin(address, "nobody"), method, http, problem);
        synchronized (this) {
            newest.addLast(refusal);
            if (newest.size() > REMEMBERED) {
                newest.removeFirst();
            }
        }
        Counter.builder("tower.refusals")
                .description("Requests for a change that this service refused")
                .tag("status", Integer.toString(problem.status()))
                .register(metrics)
                .increment();
        LOG.infof(
                "Refused with %d: %s by %s from %s: %s",
                refusal.status(), refusal.what(), refusal.by(), address, refusal.why());
    }

    private Refusal refusal(@Nullable String by, Origin from, String method, HttpServerRequest http, Problem problem) {
        return new Refusal(
                clock.instant(), by, from, method + " " + http.path(), problem.status(), oneLine(problem.detail()));
    }

    /** What somebody sent may stand in it, and makes no second line of a log. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
