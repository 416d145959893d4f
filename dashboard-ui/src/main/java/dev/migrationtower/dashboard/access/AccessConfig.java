package dev.migrationtower.dashboard.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who is let in, and how. */
@ConfigMapping(prefix = "tower.access")
interface AccessConfig {
    /** The file of users: {@code name:hash:roles} on each line. */
    Optional<String> users();

    /** The secret of the link that lets one person in, once. */
    Optional<String> link();

    /** The file that is made when the link is used, so that it stays used after a restart; else each start forgets it. */
    Optional<String> linkMark();

    /** The token of services and scripts, which may do everything. */
    Optional<String> serviceToken();

    /** What sessions and links are signed with, the same on every instance; else each makes its own when it starts. */
    Optional<String> key();

    /** How long a person stays signed in. */
    @WithDefault("12h")
    Duration session();

    /** Whether whoever is on this machine may do everything; by default as long as nobody can sign in. */
    Optional<Boolean> trustThisMachine();

    /** Who of the company is what. */
    Company company();

    /** The groups of the company's sign-in; everybody else of the company is a viewer. */
    interface Company {
        Optional<List<String>> operators();

        Optional<List<String>> approvers();

        Optional<List<String>> admins();
    }
}
