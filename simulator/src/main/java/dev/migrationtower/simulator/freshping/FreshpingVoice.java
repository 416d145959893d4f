package dev.migrationtower.simulator.freshping;

import dev.migrationtower.simulator.estate.Monitors;
import dev.migrationtower.simulator.estate.Monitors.Monitor;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.vendor.Asked;
import dev.migrationtower.simulator.vendor.Documents;
import dev.migrationtower.simulator.vendor.RateLimit;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.Voice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says of the monitors what Freshping would have, page by page: by HTTP Basic, the key as user and the subdomain as password; 300
 * requests an hour, as its plan Garden had.
 */
public final class FreshpingVoice implements Voice {
    /** The key that it knows. */
    public static final String KEY = "fp-pretended";
    /** Of {@code pix.freshping.io}. */
    public static final String SUBDOMAIN = "pix";

    private static final int PER_HOUR = 300;
    private static final int PER_PAGE = 3;
    private static final String CHECKS = "/api/v1/checks/";

    private final Monitors monitors;
    private final RateLimit limit;

    /** @param pace of its hour */
    public FreshpingVoice(Monitors monitors, Pace pace) {
        this.monitors = monitors;
        limit = new RateLimit(PER_HOUR, pace.of(Duration.ofHours(1)));
    }

    @Override
    public Reply answer(Asked asked) {
        if (!limit.take(asked.at()).granted()) {
            return error(429, "Request was throttled.");
        }
        if (!asked.header("Authorization").equals(basic())) {
            return stranger();
        }
        List<Monitor> all = monitors.all();
        if (asked.path().equals("GET " + CHECKS)) {
            return page(
                    asked, all, asked.parameter("page").map(Integer::parseInt).orElse(1));
        }
        return all.stream()
                .filter(one -> asked.path().equals("GET " + CHECKS + one.id()))
                .findFirst()
                .map(one -> Reply.of(200, check(one)))
                .orElseGet(() -> error(404, "Not found."));
    }

    @Override
    public Reply stranger() {
        return error(401, "Invalid username/password.");
    }

    @Override
    public Reply error(int status, String words) {
        return Reply.of(status, Map.of("detail", words));
    }

    /** The same without its last check, which is counted all the same. */
    @Override
    public Reply partly(Reply whole) {
        return Documents.without(whole, "results", 1);
    }

    private Reply page(Asked asked, List<Monitor> all, int page) {
        int begin = (page - 1) * PER_PAGE;
        if (page < 1 || begin > 0 && begin >= all.size()) {
            return error(404, "Invalid page.");
        }
        int end = Math.min(all.size(), begin + PER_PAGE);
        String address = "http://" + asked.header("Host") + CHECKS + "?page=";
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("count", all.size());
        document.put("next", end < all.size() ? address + (page + 1) : null);
        document.put("previous", page > 1 ? address + (page - 1) : null);
        document.put(
                "results",
                all.subList(begin, end).stream().map(FreshpingVoice::check).toList());
        return Reply.of(200, document);
    }

    private static Map<String, Object> check(Monitor monitor) {
        return Map.of(
                "id",
                monitor.id(),
                "name",
                monitor.name(),
                "status",
                status(monitor),
                "performance_status",
                monitor.state() == Monitors.State.PAUSED ? "PS" : "GP",
                "url",
                monitor.url(),
                "location",
                List.of("EU"),
                "monitoring_interval",
                60,
                "request_timeout",
                30,
                "basic_auth_username",
                "",
                "basic_auth_password",
                "");
    }

    private static String status(Monitor monitor) {
        return switch (monitor.state()) {
            case UP -> "AV";
            case DOWN -> "NR";
            case PAUSED -> "PS";
        };
    }

    private static String basic() {
        byte[] both = (KEY + ":" + SUBDOMAIN).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
