package dev.migrationtower.probe.freshping;

import dev.migrationtower.probe.monitors.Monitor;
import dev.migrationtower.probe.monitors.MonitorsContract;
import dev.migrationtower.probe.monitors.MonitorsVendor;
import dev.migrationtower.probe.runtime.kit.FakeVendor.Reply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;

class FreshpingProbeIT extends MonitorsContract {
    private static final String KEY = "fp-s3cret";
    private static final String BASIC =
            Base64.getEncoder().encodeToString((KEY + ":pix").getBytes(StandardCharsets.UTF_8));

    private record Configured(String url) implements FreshpingConfig, FreshpingConfig.Account {
        @Override
        public Map<String, Account> accounts() {
            return Map.of("default", this);
        }

        @Override
        public int requests() {
            return 100_000;
        }

        @Override
        public Duration timeout() {
            return TIMEOUT;
        }

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public String subdomain() {
            return "pix";
        }
    }

    @BeforeEach
    void letsInWhoHasTheKey() {
        vendor.letsIn(
                (headers, body) -> ("Basic " + BASIC).equals(headers.get("Authorization")),
                new Reply(401, "{\"detail\":\"Invalid username/password.\"}", Map.of()));
    }

    @Override
    protected MonitorsVendor kind(String url, SimpleMeterRegistry registry, Clock clock) {
        return new FreshpingVendor(vertx, new Configured(url), registry, clock);
    }

    @Override
    public List<String> secrets() {
        return List.of(KEY, BASIC);
    }

    @Override
    protected void has(List<List<One>> pages) {
        for (int i = 0; i < pages.size(); i++) {
            String next =
                    i + 1 < pages.size() ? "\"http://wrong.behind.proxy/api/v1/checks/?page=" + (i + 2) + "\"" : "null";
            String checks = pages.get(i).stream()
                    .map(one -> "{\"name\": \"" + one.name() + "\", \"status\": \"" + one.word()
                            + "\", \"basic_auth_password\": \"" + KEY + "\"}")
                    .collect(Collectors.joining(", "));
            vendor.on(
                    i == 0 ? firstPage() : firstPage() + "?page=" + (i + 1),
                    "{\"results\": [" + checks + "], \"next\": " + next + "}");
        }
    }

    @Override
    protected String word(Monitor.State state) {
        return switch (state) {
            case ACTIVE -> "AV";
            case FAILING -> "NR";
            case PAUSED -> "PS";
            case UNKNOWN -> "ZZ";
        };
    }

    @Override
    protected String firstPage() {
        return "GET /api/v1/checks/";
    }

    @Override
    protected String secondPage() {
        return "GET /api/v1/checks/?page=2";
    }

    @Override
    protected String ofAnotherType() {
        return "{\"results\": [{\"name\": \"app\", \"status\": 7}]}";
    }
}
