package dev.migrationtower.dashboard.subscribe;

import dev.migrationtower.test.docs.Pages;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** This service, with what the page says that a subscriber in Quarkus needs. */
public final class WithFollower implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Properties shown = new Properties();
        try {
            shown.load(new StringReader(
                    Pages.example("docs/subscribe.md", "application.properties").text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> overrides = new HashMap<>();
        shown.forEach((key, value) -> overrides.put(key.toString(), value.toString()));
        overrides.put("quarkus.arc.exclude-types", "none");
        return overrides;
    }
}
