package dev.migrationtower.probe.freshping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.monitors.Monitor;
import dev.migrationtower.probe.monitors.MonitorsContract;
import dev.migrationtower.probe.monitors.MonitorsProbe;
import dev.migrationtower.probe.monitors.MonitorsVendor;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.simulator.estate.Monitors;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.freshping.FreshpingVoice;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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

    @Override
    protected VendorServer vendorOfMonitors() {
        return Bench.vendor(Clock.systemUTC(), new FreshpingVoice(monitors, new Pace(1)));
    }

    @Test
    void thePretendedFreshpingIsReadPageByPage() throws Exception {
        pretended();

        assertThat(values(Map.of()))
                .containsEntry("total", 4)
                .containsEntry("active", 4)
                .containsEntry("failing", 1);
        assertThat(vendor.times(firstPage() + "?page=2")).isEqualTo(1);
    }

    @Test
    void pausedOneByOneTheyAreAllPausedInTheEnd() throws Exception {
        pretended();
        List.of("app", "certif", "orga", "api").forEach(name -> monitors.pause(name, true));

        assertThat(values(Map.of())).containsEntry("active", 0).containsEntry("paused", 4);
    }

    @Test
    void theWrongSubdomainIsUnauthorisedAndNamed() throws Exception {
        pretended();
        MonitorsVendor elsewhere = FreshpingVendor.of(config(vendor.url(), "xip"));
        Probe probe = new MonitorsProbe(
                elsewhere.words(),
                elsewhere.accounts().all(Bench.accounts("freshping", Bench.PATIENT, Clock.systemUTC())));

        Outcome.Unobservable told = Contract.unobservable(look(probe));

        assertThat(told.cause()).isEqualTo("unauthorised");
        assertThat(told.message()).contains("TOWER_FRESHPING_ACCOUNTS_DEFAULT_KEY and its SUBDOMAIN");
    }

    @Test
    void aCheckWithoutAStatusIsNotPaused() throws Exception {
        pretended();
        vendor.in(Fault.ABSENT, "/checks/", "status");

        assertThat(values(Map.of())).containsEntry("unknown", 4).doesNotContainKeys("active", "paused", "failing");
    }

    /** From now on the pages are the simulator's, not those of the contract. */
    private void pretended() {
        vendor.off(firstPage()).off(firstPage() + "?page=2");
    }

    @Override
    protected MonitorsVendor kind(String url) {
        return FreshpingVendor.of(config(url, FreshpingVoice.SUBDOMAIN));
    }

    private static FreshpingConfig config(String url, String subdomain) {
        return Bench.config(
                FreshpingConfig.class,
                Map.of(
                        "TOWER_FRESHPING_URL", url,
                        "TOWER_FRESHPING_ACCOUNTS_DEFAULT_KEY", KEY,
                        "TOWER_FRESHPING_ACCOUNTS_DEFAULT_SUBDOMAIN", subdomain));
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
    public String secondPage() {
        return "page=2";
    }

    /** A check may have no status, and is then unknown; a name it has. */
    @Override
    public String field() {
        return "name";
    }

    /** The simulator counts a check that it does not show. */
    @Override
    public void partly() {
        pretended();
        super.partly();
    }
}
