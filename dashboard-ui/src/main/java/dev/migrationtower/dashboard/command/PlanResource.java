package dev.migrationtower.dashboard.command;

import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.PlanReader;
import dev.migrationtower.core.plan.PlanReading;
import dev.migrationtower.dashboard.access.Access;
import dev.migrationtower.dashboard.access.Caller;
import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.access.Visitors;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.dashboard.record.RunRecord;
import dev.migrationtower.dashboard.run.KnownRuns;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Ids;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.View.RunView;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The plan of a run, put in. */
@Path("/api/v1/runs/{run}/plan")
class PlanResource {
    private final KnownRuns runs;
    private final Visitors visitors;
    private final Commands commands;
    private final Clock clock;

    PlanResource(KnownRuns runs, Visitors visitors, Commands commands, Clock clock) {
        this.runs = runs;
        this.visitors = visitors;
        this.commands = commands;
        this.clock = clock;
    }

    @PUT
    @Consumes({"text/yaml", "application/yaml", "application/x-yaml", MediaType.TEXT_PLAIN})
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(
            summary =
                    "Load a plan, or another during the run; 201 when the run is new, 422 with every error and its line")
    public Response load(
            @PathParam("run") String run,
            @QueryParam("mode") @DefaultValue("production") String mode,
            @QueryParam("author") @Nullable String author,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context HttpServerRequest http,
            String yaml) {
        Person person = visitors.changing(http).calling(author);
        requireId(run);
        Plan plan = requireReadable(yaml);
        RunMode purpose = mode(mode);
        Action action = new Action.LoadPlan(yaml, purpose, EarlierRuns.of(run, plan.id(), purpose, runs.newestFirst()));
        RunView before = runs.find(run).flatMap(RunRecord::run).orElse(null);
        Access.objection(person, action, before).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        Event event = commands.carryOut(new Command(
                IdempotencyKey.of(key),
                run,
                clock.instant(),
                person.name(),
                null,
                null,
                action,
                person.from(Caller.of(http))));
        return Answer.of(event, before == null ? Response.Status.CREATED : Response.Status.OK);
    }

    private static void requireId(String run) {
        try {
            Ids.require("run", run);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(422, "No run id", e.getMessage() + "."));
        }
    }

    private static Plan requireReadable(String yaml) {
        return switch (PlanReader.read(yaml)) {
            case PlanReading.Readable readable -> readable.plan();
            case PlanReading.Refused refused -> {
                List<Problem.Item> items = refused.problems().stream()
                        .map(problem -> new Problem.Item(problem.line(), problem.column(), problem.message()))
                        .toList();
                String count = items.size() == 1 ? "one thing is" : items.size() + " things are";
                throw new ProblemException(new Problem(
                        "The plan was refused", 422, count + " wrong with the plan; nothing was loaded.", items));
            }
        };
    }

    private static RunMode mode(String word) {
        return Arrays.stream(RunMode.values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        422, "No such mode", "mode is production, rehearsal or simulation, not \"" + word + "\".")));
    }
}
