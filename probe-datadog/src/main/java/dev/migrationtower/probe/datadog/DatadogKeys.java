package dev.migrationtower.probe.datadog;

import dev.migrationtower.probe.runtime.vendor.Credentials;
import dev.migrationtower.probe.runtime.vendor.VendorAnswer;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** The two keys of an account: whose data it is, and who asks. */
record DatadogKeys(String api, String application) implements Credentials {
    /** What Datadog says, with 403, to a key that it does not know; to one that may not see, it says more. */
    private static final Pattern STRANGER = Pattern.compile("\"(Forbidden|API key required|Unauthorized)\"");

    @Override
    public CompletionStage<Map<String, String>> headers(VendorQuestion question) {
        return CompletableFuture.completedFuture(Map.of("DD-API-KEY", api, "DD-APPLICATION-KEY", application));
    }

    @Override
    public boolean refused(VendorAnswer answer) {
        return answer.status() == 401
                || answer.status() == 403 && STRANGER.matcher(answer.text()).find();
    }

    @Override
    public List<String> secrets() {
        return List.of(api, application);
    }

    /** Nobody reads keys in a log. */
    @Override
    public String toString() {
        return "keys of Datadog";
    }
}
