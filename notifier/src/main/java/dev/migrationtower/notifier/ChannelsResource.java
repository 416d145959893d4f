package dev.migrationtower.notifier;

import dev.migrationtower.notifier.delivery.ChannelStatus;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** How the channels do: backlog, and the last trouble in words. No address, no secret. */
@Path("/api/v1/channels")
class ChannelsResource {
    private final Notifier notifier;

    ChannelsResource(Notifier notifier) {
        this.notifier = notifier;
    }

    @GET
    public List<ChannelStatus> channels() {
        return notifier.channels();
    }
}
