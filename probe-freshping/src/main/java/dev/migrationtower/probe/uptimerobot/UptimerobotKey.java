package dev.migrationtower.probe.uptimerobot;

import dev.migrationtower.probe.runtime.vendor.Credentials;
import dev.migrationtower.probe.runtime.vendor.VendorAnswer;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The key, which travels in the body; that it is wrong, UptimeRobot says with the status 200. */
record UptimerobotKey(String key) implements Credentials {
    @Override
    public CompletionStage<Map<String, String>> headers(VendorQuestion question) {
        return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public List<String> secrets() {
        return List.of(key);
    }

    @Override
    public boolean refused(VendorAnswer answer) {
        String text = answer.text();
        return answer.status() == 401 || text.contains("\"fail\"") && text.contains("api_key");
    }
}
