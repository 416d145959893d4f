package dev.migrationtower.probe.ovh;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** OVHcloud's documents, as far as we read them (api.ovh.com/console). */
final class OvhJson {
    private OvhJson() {}

    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}

    /**
     * A virtual machine of the Public Cloud.
     *
     * @param operationIds what is being done to it; older answers do not say
     */
    record Instance(
            String id, String name, String status, @Nullable List<String> operationIds) {}

    /** A dedicated server. */
    record Server(String name, String powerState, String state) {}

    /** Nodes of a Kubernetes cluster that are alike. */
    record NodePool(String id, String name, String status, int desiredNodes, int currentNodes) {}
}
