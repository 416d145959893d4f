package dev.migrationtower.dashboard.evidence;

import dev.migrationtower.dashboard.access.Caller;
import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.access.Visitors;
import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.record.PastEvents;
import dev.migrationtower.dashboard.record.RunRecord;
import dev.migrationtower.dashboard.run.KnownRuns;
import dev.migrationtower.dashboard.run.Language;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The evidence of a run, for people who may see all of it. */
@Path("/api/v1/runs/{run}/evidence.zip")
class EvidenceResource {
    private static final Logger LOG = Logger.getLogger(EvidenceResource.class);
    private static final String ZIP = "application/zip";

    private final KnownRuns runs;
    private final Visitors visitors;
    private final PastEvents past;
    private final Clock clock;

    EvidenceResource(KnownRuns runs, Visitors visitors, PastEvents past, Clock clock) {
        this.runs = runs;
        this.visitors = visitors;
        this.past = past;
        this.clock = clock;
    }

    @GET
    @Produces({ZIP, Problem.MEDIA_TYPE})
    @Operation(
            summary =
                    "All that proves how a run went: a document, and its record as a chain; check it with ./tower verify")
    public Response take(
            @PathParam("run") String run,
            @QueryParam("lang") @Nullable String language,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted,
            @Context HttpServerRequest http) {
        Person person = visitors.known(http);
        RunRecord record = runs.require(run);
        Taking taking = new Taking(run, clock.instant(), person.name(), record.revision());
        EvidencePack pack =
                new EvidencePack(reader -> past.walk(record, 0, reader), taking, Language.french(language, accepted));
        String address = Caller.of(http).address();
        StreamingOutput content = out -> {
            String seal = pack.write(out);
            // the record has no place for what was merely read
            LOG.infof(
                    "%s took the evidence of %s up to revision %d from %s; seal %s",
                    taking.by(), run, taking.revision(), address, seal);
        };
        return Response.ok(content, ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + run + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
