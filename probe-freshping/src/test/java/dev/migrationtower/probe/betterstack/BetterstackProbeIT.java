package dev.migrationtower.probe.betterstack;

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

class BetterstackProbeIT extends MonitorsContract {
    private static final String TOKEN = "bs-s3cret";

    @Override
    protected VendorServer vendorOfMonitors() {
        return Scripted.start(
                asked -> asked.header("Authorization").equals("Bearer " + TOKEN),
                new Reply(401, "{\"errors\":\"Invalid Team API token\"}", Map.of()));
    }

    @Override
    protected MonitorsVendor kind(String url) {
        return BetterstackVendor.of(Bench.config(
                BetterstackConfig.class,
                Map.of("TOWER_BETTERSTACK_URL", url, "TOWER_BETTERSTACK_ACCOUNTS_DEFAULT_TOKEN", TOKEN)));
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
                    i == 0 ? firstPage() : "GET /api/v2/monitors?page=2&per_page=250",
                    "{\"data\": [" + monitors + "], \"pagination\": {\"next\": " + next
                            + ", \"last\": \"https://uptime.betterstack.com/api/v2/monitors?page=" + pages.size()
                            + "&per_page=250\"}}");
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

    /** The first of two pages, which names the other as the last one, but not as the next. */
    @Override
    public void partly() {
        vendor.on(
                firstPage(),
                "{\"data\": [{\"attributes\": {\"pronounceable_name\": \"app\", \"status\": \"paused\"}}], \"pagination\":"
                        + " {\"next\": null, \"last\": \"https://uptime.betterstack.com/api/v2/monitors?page=2\"}}");
    }

    @Override
    public void wholly() {
        has(List.of(List.of(new One("app", "paused"))));
    }

    @Override
    public String secondPage() {
        return "page=2";
    }
}
