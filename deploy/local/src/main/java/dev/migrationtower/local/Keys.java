package dev.migrationtower.local;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * What the dashboard lets people and services in by. Made anew at each start, unless the environment has its own.
 *
 * @param link the secret of the link that lets one person in, once
 * @param service the token that services and the supervisor itself show
 * @param signing what sessions are signed with: the same after the dashboard was restarted
 */
record Keys(String link, String service, String signing) {
    private static final String LINK = "TOWER_ACCESS_LINK";
    private static final String LINK_MARK = "TOWER_ACCESS_LINK_MARK";
    private static final String SERVICE = "TOWER_ACCESS_SERVICE_TOKEN";
    private static final String SIGNING = "TOWER_ACCESS_KEY";

    static Keys of(Map<String, String> environment) {
        return new Keys(
                environment.getOrDefault(LINK, secret()),
                environment.getOrDefault(SERVICE, secret()),
                environment.getOrDefault(SIGNING, secret()));
    }

    /**
     * For the dashboard, and for nobody else.
     *
     * @param mark the file by which it knows, when it is started again, that the link was used
     */
    Map<String, String> environment(Path mark) {
        return Map.of(LINK, link, LINK_MARK, mark.toString(), SERVICE, service, SIGNING, signing);
    }

    /** Where one person may go in, once. */
    URI door(URI page) {
        return page.resolve("/sign-in/link/" + link);
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** Does not show them. */
    @Override
    public String toString() {
        return "keys";
    }
}
