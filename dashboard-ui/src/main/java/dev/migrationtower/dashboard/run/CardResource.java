package dev.migrationtower.dashboard.run;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.projection.Projection;
import dev.migrationtower.dashboard.record.RunRecord;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The card of a run, for the frames of an intranet or a status page. */
@Path("/runs/{run}/card")
class CardResource {
    private final Looking looking;
    private final String policy;

    CardResource(Looking looking, @ConfigProperty(name = "tower.card.sites") Optional<List<String>> sites) {
        this.looking = looking;
        this.policy = "default-src 'none'; style-src '" + Card.STYLE_HASH + "'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'self' " + String.join(" ", sites.orElse(List.of()));
    }

    @GET
    @Produces({MediaType.TEXT_HTML, Problem.MEDIA_TYPE})
    @Operation(summary = "Where a run stands, as a small page for a frame; shows what the public may see")
    public Response card(
            @PathParam("run") String run,
            @QueryParam("lang") @Nullable String language,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted,
            @Context HttpServerRequest http) {
        RunRecord record = looking.at(run, http).run();
        Card card = new Card(
                Projection.of(record.run().orElseThrow()), Language.french(language, accepted), record.revision());
        return Response.ok(card.html(), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", policy)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
