package dev.migrationtower.probe.freshping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.probe.monitors.Monitor;
import dev.migrationtower.probe.monitors.MonitorsContract;
import dev.migrationtower.probe.monitors.MonitorsVendor;
import dev.migrationtower.simulator.estate.Monitors;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.freshping.FreshpingVoice;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FreshpingProbeIT extends MonitorsContract {
    private static final String KEY = FreshpingVoice.KEY;
    private static final String BASIC =
            Base64.getEncoder().encodeToString((KEY + ":" + FreshpingVoice.SUBDOMAIN).getBytes(StandardCharsets.UTF_8));

    private final Monitors monitors = new Monitors()
            .with("app", "https://app.pix.fr", () -> true)
            .with("certif", "https://certif.pix.fr", () -> true)
            .with("orga", "https://orga.pix.fr", () -> false)
            .with("api", "https://api.pix.fr", () -> true);

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
            return FreshpingVoice.SUBDOMAIN;
        }
    }

    @Override
    protected VendorServer vendorOfMonitors() throws Exception {
        return VendorServer.start(vertx, 0, Clock.systemUTC(), new FreshpingVoice(monitors, new Pace(1)));
    }

    @Test
    void thePretendedFreshpingIsReadPageByPage() throws Exception {
        pretended();

        assertThat(values(Map.of()))
                .containsEntry("total", 4)
                .containsEntry("active", 4)
                .containsEntry("failing", 1);
        assertThat(vendor.times(secondPage())).isEqualTo(1);
    }

    @Test
    void pausedOneByOneTheyAreAllPausedInTheEnd() throws Exception {
        pretended();
        List.of("app", "certif", "orga", "api").forEach(name -> monitors.pause(name, true));

        assertThat(values(Map.of())).containsEntry("active", 0).containsEntry("paused", 4);
    }

    @Test
    void aWordOfFreshpingsThatNobodyKnowsIsNotPaused() throws Exception {
        pretended();
        vendor.in(Fault.UNHEARD_OF, "/checks/", "status");

        assertThat(values(Map.of())).containsEntry("unknown", 4).doesNotContainKeys("active", "paused", "failing");
    }

    @Test
    void listsThatAreEmptyOrLackAPageAreNotPaused() throws Exception {
        pretended();
        vendor.in(Fault.NOT_FOUND, "page=2");
        assertThat(unobservable(Map.of()).cause()).isEqualTo("not-found");

        vendor.in(Fault.EMPTY, "/checks/");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(unobservable(Map.of()).message()).contains("no monitors at all"));
    }

    /** From now on the pages are the simulator's, not those of the contract. */
    private void pretended() {
        vendor.off(firstPage()).off(secondPage());
    }

    @Override
    protected MonitorsVendor kind(String url) {
        return new FreshpingVendor(new Configured(url));
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
