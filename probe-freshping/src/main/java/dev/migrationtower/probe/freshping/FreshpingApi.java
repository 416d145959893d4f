package dev.migrationtower.probe.freshping;

import dev.migrationtower.probe.monitors.Monitor;
import dev.migrationtower.probe.monitors.MonitorsApi;
import dev.migrationtower.probe.runtime.vendor.Credentials;
import dev.migrationtower.probe.runtime.vendor.Pages;
import dev.migrationtower.probe.runtime.vendor.Told;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorApi;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks Freshping, in the name of one account. Its user is the key, its password the subdomain. Thread-safe. */
final class FreshpingApi implements MonitorsApi {
    private final VendorAccount account;
    private final VendorApi api;
    private final VendorQuestion first;

    FreshpingApi(VendorAccount account, URI url, FreshpingConfig.Account who) {
        this.account = account;
        api = account.as(Credentials.basic(who.key(), who.subdomain()));
        first = VendorQuestion.get(url.resolve("/api/v1/checks/"));
    }

    @Override
    public CompletionStage<List<Monitor>> all() {
        return Pages.all(
                        first,
                        question ->
                                api.ask(question, FreshpingJson.Checks.class).thenApply(Told::document),
                        (page, asked) -> Optional.ofNullable(page.next()).map(next -> Pages.next(asked, next)))
                .thenApply(FreshpingApi::monitors);
    }

    @Override
    public Duration renewal() {
        return account.renewal();
    }

    private static List<Monitor> monitors(List<FreshpingJson.Checks> pages) {
        List<Monitor> monitors = pages.stream()
                .flatMap(page -> page.results().stream())
                .map(FreshpingApi::monitor)
                .toList();
        Integer count = pages.getFirst().count();
        if (count != null && count != monitors.size()) {
            throw new VendorException(
                    VendorFailure.UNREADABLE,
                    "it says that there are " + count + " checks, and shows " + monitors.size());
        }
        return monitors;
    }

    private static Monitor monitor(FreshpingJson.Check check) {
        String word = check.status() == null ? "no status" : check.status();
        return new Monitor(check.name(), state(word), word, Monitor.tags(check.tags()));
    }

    /** Available; not responding, reporting an error, mismatch of DNS, text or status code; monitoring paused. */
    private static Monitor.State state(String status) {
        return switch (status) {
            case "AV" -> Monitor.State.ACTIVE;
            case "NR", "RE", "DME", "SME", "SCE" -> Monitor.State.FAILING;
            case "PS" -> Monitor.State.PAUSED;
            default -> Monitor.State.UNKNOWN;
        };
    }
}
