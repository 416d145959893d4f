package dev.migrationtower.probe.betterstack;

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

class BetterstackProbeIT extends MonitorsContract {
    private static final String TOKEN = "bs-s3cret";

    private record Configured(String url) implements BetterstackConfig, BetterstackConfig.Account {
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
        public String token() {
            return TOKEN;
        }
    }

    @Override
    protected VendorServer vendorOfMonitors() throws Exception {
        return Scripted.start(
                vertx,
                asked -> asked.header("Authorization").equals("Bearer " + TOKEN),
                new Reply(401, "{\"errors\":\"Invalid Team API token\"}", Map.of()));
    }

    @Override
    protected MonitorsVendor kind(String url) {
        return new BetterstackVendor(new Configured(url));
    }

    @Override
    public List<String> secrets() {
        return List.of(TOKEN);
    }

    @Override
    protected void has(List<List<One>> pages) {
        for (int i = 0; i < pages.size(); i++) {
            String next = i + 1 < pages.size()
                    ? "\"https://uptime.betterstack.com/api/v2/monitors?page=" + (i + 2) + "&per_page=250\""
                    : "null";
            String monitors = pages.get(i).stream()
                    .map(one -> "{\"id\": \"2\", \"type\": \"monitor\", \"attributes\": {\"pronounceable_name\": \""
                            + one.name() + "\", \"status\": \"" + one.word() + "\"}}")
                    .collect(Collectors.joining(", "));
            vendor.on(
                    i == 0 ? firstPage() : secondPage(),
                    "{\"data\": [" + monitors + "], \"pagination\": {\"next\": " + next + "}}");
        }
    }

    @Override
    protected String word(Monitor.State state) {
        return switch (state) {
            case ACTIVE -> "up";
            case FAILING -> "validating";
            case PAUSED -> "maintenance";
            case UNKNOWN -> "snoozing";
        };
    }

    @Override
    protected String firstPage() {
        return "GET /api/v2/monitors?per_page=250";
    }

    @Override
    protected String secondPage() {
        return "GET /api/v2/monitors?page=2&per_page=250";
    }

    @Override
    protected String ofAnotherType() {
        return "{\"data\": [{\"attributes\": {\"pronounceable_name\": \"app\", \"status\": true}}], \"pagination\": {}}";
    }
}
