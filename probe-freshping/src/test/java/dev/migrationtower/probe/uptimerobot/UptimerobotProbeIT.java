package dev.migrationtower.probe.uptimerobot;

import dev.migrationtower.probe.monitors.Monitor;
import dev.migrationtower.probe.monitors.MonitorsContract;
import dev.migrationtower.probe.monitors.MonitorsVendor;
import dev.migrationtower.probe.runtime.kit.Scripted;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All pages are asked at one address, by the body: the fake answers by the offset in it. */
class UptimerobotProbeIT extends MonitorsContract {
    private static final String KEY = "ur-s3cret";

    private record Configured(String url) implements UptimerobotConfig, UptimerobotConfig.Account {
        @Override
        public Map<String, Account> accounts() {
            return Map.of("default", this);
        }

        @Override
        public int requests() {
            return 10_000;
        }

        @Override
        public Duration timeout() {
            return TIMEOUT;
        }

        @Override
        public String key() {
            return KEY;
        }
    }

    @Override
    protected VendorServer vendorOfMonitors() throws Exception {
        return Scripted.start(
                vertx,
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
        return new UptimerobotVendor(new Configured(url));
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
                    offset == 0 ? firstPage() : secondPage(),
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

    @Override
    protected String secondPage() {
        return "POST /v2/getMonitors offset=1";
    }

    @Override
    protected String ofAnotherType() {
        return "{\"stat\": \"ok\", \"pagination\": {\"offset\": 0, \"total\": 1}, \"monitors\": [{\"friendly_name\": \"app\", \"status\": \"0\"}]}";
    }
}
