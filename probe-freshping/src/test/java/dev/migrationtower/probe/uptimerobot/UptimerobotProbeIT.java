package dev.migrationtower.probe.uptimerobot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.monitors.Monitor;
import dev.migrationtower.probe.monitors.MonitorsContract;
import dev.migrationtower.probe.monitors.MonitorsVendor;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Scripted;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All pages are asked at one address, by the body: the fake answers by the offset in it. */
class UptimerobotProbeIT extends MonitorsContract {
    private static final String KEY = "ur-s3cret";

    @Override
    protected VendorServer vendorOfMonitors() {
        return Scripted.start(
                asked -> asked.body().startsWith("api_key=" + KEY + "&"),
                // As it really does: with 200, and the key in it.
                new Reply(
                        200,
                        "{\"stat\":\"fail\",\"error\":{\"parameter_name\":\"api_key\",\"passed_value\":\"" + KEY
                                + "\"}}",
                        Map.of()));
    }

    @Override
    protected MonitorsVendor kind(String url) {
        return UptimerobotVendor.of(Bench.config(
                UptimerobotConfig.class,
                Map.of("TOWER_UPTIMEROBOT_URL", url, "TOWER_UPTIMEROBOT_ACCOUNTS_DEFAULT_KEY", KEY)));
    }

    @Override
    public List<String> secrets() {
        return List.of(KEY);
    }

    @Override
    public String refusal() {
        return "answered 200: ";
    }

    @Override
    protected void has(List<List<One>> pages) {
        int total = pages.stream().mapToInt(List::size).sum();
        int offset = 0;
        for (List<One> page : pages) {
            String monitors = page.stream()
                    .map(one ->
                            "{\"id\": 7, \"friendly_name\": \"" + one.name() + "\", \"status\": " + one.word() + "}")
                    .collect(Collectors.joining(", "));
            vendor.on(
                    offset == 0 ? firstPage() : "POST /v2/getMonitors offset=1",
                    "{\"stat\": \"ok\", \"pagination\": {\"offset\": " + offset + ", \"limit\": 50, \"total\": " + total
                            + "}, \"monitors\": [" + monitors + "]}");
            offset += page.size();
        }
    }

    @Override
    protected String word(Monitor.State state) {
        return switch (state) {
            case ACTIVE -> "2";
            case FAILING -> "8";
            case PAUSED -> "0";
            case UNKNOWN -> "77";
        };
    }

    @Override
    protected String firstPage() {
        return "POST /v2/getMonitors offset=0";
    }

    /** It says that there are three monitors, and shows none. */
    @Override
    public void partly() {
        vendor.on(
                firstPage(),
                "{\"stat\": \"ok\", \"pagination\": {\"offset\": 0, \"limit\": 50, \"total\": 3}, \"monitors\": []}");
    }

    @Override
    public void wholly() {
        has(List.of(List.of(new One("app", "0"))));
    }

    @Override
    public String secondPage() {
        return "offset=1";
    }

    @Test
    void moreMonitorsThanItSaysThatThereAreAreNotBelieved() throws Exception {
        vendor.on(
                firstPage(),
                "{\"stat\": \"ok\", \"pagination\": {\"offset\": 0, \"limit\": 50, \"total\": 1}, \"monitors\": ["
                        + "{\"friendly_name\": \"app\", \"status\": 0}, {\"friendly_name\": \"api\", \"status\": 0}]}");

        assertThat(unobservable(Map.of()).message()).contains("there are 1 monitors, and shows 2");
    }
}
