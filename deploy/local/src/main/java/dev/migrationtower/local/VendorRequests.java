package dev.migrationtower.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a probe has asked of its vendor since it was started, and what its budget leaves it, as its metrics say.
 *
 * @param byAccount empty if it has asked nothing, or if nobody can tell
 */
record VendorRequests(Map<String, Account> byAccount) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern SAMPLE =
            Pattern.compile("probe_vendor_(requests_total|budget_remaining)\\{[^}]*account=\"([^\"]*)\"[^}]*} (\\S+)");

    /**
     * One account.
     *
     * @param requests that were made
     * @param left requests that may be made now, by our count and by the vendor's
     */
    record Account(int requests, int left) {}

    /** As the metrics at this address say now. */
    static VendorRequests of(URI metrics) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(metrics).timeout(PATIENCE).build();
        try {
            return in(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            // a look does not fail because its price is not known
            return new VendorRequests(Map.of());
        }
    }

    /** As this text in Prometheus' format says. */
    static VendorRequests in(String metrics) {
        Map<String, Account> accounts = new TreeMap<>();
        metrics.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(sample -> {
            int value = (int) Double.parseDouble(sample.group(3));
            boolean requests = sample.group(1).equals("requests_total");
            accounts.merge(
                    sample.group(2),
                    requests ? new Account(value, 0) : new Account(0, value),
                    (one, other) -> new Account(one.requests + other.requests, one.left + other.left));
        });
        return new VendorRequests(accounts);
    }

    /** By all accounts. */
    int total() {
        return byAccount.values().stream().mapToInt(Account::requests).sum();
    }
}
