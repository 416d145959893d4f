package dev.migrationtower.dashboard.access;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What CDI cannot make by itself; made at start, so that what is wrong with it stops the service then. */
class AccessWiring {
    private static final Logger LOG = Logger.getLogger(AccessWiring.class);

    @Produces
    @Singleton
    @Startup
    Doors doors(
            AccessConfig config,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "false") boolean company,
            Clock clock) {
        return new Doors(config, company, clock);
    }

    @Produces
    @Singleton
    @Startup
    Tokens tokens(AccessConfig config, Doors doors, Clock clock) {
        if (config.key().isEmpty() && !doors.forPeople().isEmpty()) {
            LOG.warn(
                    "TOWER_ACCESS_KEY is not set: who signed in must do so again after a restart, and at each instance");
        }
        return new Tokens(config.key(), clock);
    }
}
