package dev.migrationtower.dashboard.probe;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The instances of probes that are alive, and those that fell silent. */
@Path("/api/v1/probes")
class ProbesResource {
    private final Probes probes;

    ProbesResource(Probes probes) {
        this.probes = probes;
    }

    @GET
    @Operation(summary = "The instances of probes and the age of their last sign of life")
    public List<ProbeSign> list() {
        return probes.signs();
    }
}
