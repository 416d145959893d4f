package dev.migrationtower.dashboard.probe;

import dev.migrationtower.dashboard.access.Visitors;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The instances of probes that are alive, and those that fell silent. */
@Path("/api/v1/probes")
class ProbesResource {
    private final Probes probes;
    private final Visitors visitors;

    ProbesResource(Probes probes, Visitors visitors) {
        this.probes = probes;
        this.visitors = visitors;
    }

    @GET
    @Operation(summary = "The instances of probes and the age of their last sign of life")
    public List<ProbeSign> list(@Context HttpServerRequest http) {
        visitors.known(http);
        return probes.signs();
    }
}
