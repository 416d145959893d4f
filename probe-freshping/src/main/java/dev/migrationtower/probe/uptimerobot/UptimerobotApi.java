package dev.migrationtower.probe.uptimerobot;

import dev.migrationtower.probe.monitors.Monitor;
import dev.migrationtower.probe.monitors.MonitorsApi;
import dev.migrationtower.probe.runtime.vendor.Pages;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorApi;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks UptimeRobot, in the name of one account. Thread-safe. */
final class UptimerobotApi implements MonitorsApi {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final VendorAccount account;
    private final VendorApi api;
    private final URI monitors;
    private final String key;

    UptimerobotApi(VendorAccount account, URI url, String key) {
        this.account = account;
        this.key = key;
        api = account.as(new UptimerobotKey(key));
        monitors = url.resolve("/v2/getMonitors");
    }

    @Override
    public CompletionStage<List<Monitor>> all() {
        return Pages.all(from(0), this::page, (page, asked) -> next(page)).thenApply(UptimerobotApi::monitors);
    }

    @Override
    public Duration renewal() {
        return account.renewal();
    }

    /** A page that is one. */
    private record Page(int offset, int total, List<UptimerobotJson.One> monitors) {}

    private VendorQuestion from(int offset) {
        String form =
                "api_key=" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "&format=json&limit=50&offset=" + offset;
        return VendorQuestion.post(monitors, FORM, form);
    }

    private CompletionStage<Page> page(VendorQuestion question) {
        return api.ask(question, UptimerobotJson.Answer.class).thenApply(told -> {
            UptimerobotJson.Answer answer = told.document();
            UptimerobotJson.Pagination pagination = answer.pagination();
            List<UptimerobotJson.One> found = answer.monitors();
            if (!answer.stat().equals("ok") || pagination == null || found == null) {
                throw new VendorException(
                        VendorFailure.UNREADABLE,
                        api.hide(question + " answered " + answer.stat() + ": " + answer.error()));
            }
            if (found.isEmpty() && pagination.offset() < pagination.total()) {
                throw new VendorException(
                        VendorFailure.UNREADABLE,
                        question + " says that there are " + pagination.total() + " monitors, and shows "
                                + pagination.offset());
            }
            return new Page(pagination.offset(), pagination.total(), found);
        });
    }

    private static List<Monitor> monitors(List<Page> pages) {
        List<Monitor> monitors = pages.stream()
                .flatMap(page -> page.monitors().stream())
                .map(UptimerobotApi::monitor)
                .toList();
        int total = pages.getLast().total();
        if (total != monitors.size()) {
            throw new VendorException(
                    VendorFailure.UNREADABLE,
                    "it says that there are " + total + " monitors, and shows " + monitors.size());
        }
        return monitors;
    }

    /** It goes on where the page ended, however short it was. */
    private Optional<VendorQuestion> next(Page page) {
        int end = page.offset() + page.monitors().size();
        return end < page.total() ? Optional.of(from(end)) : Optional.empty();
    }

    private static Monitor monitor(UptimerobotJson.One told) {
        return switch (told.status()) {
            case 0 -> monitor(told, Monitor.State.PAUSED, "paused");
            case 1 -> monitor(told, Monitor.State.ACTIVE, "not checked yet");
            case 2 -> monitor(told, Monitor.State.ACTIVE, "up");
            case 8 -> monitor(told, Monitor.State.FAILING, "seems down");
            case 9 -> monitor(told, Monitor.State.FAILING, "down");
            default -> monitor(told, Monitor.State.UNKNOWN, "status " + told.status());
        };
    }

    private static Monitor monitor(UptimerobotJson.One told, Monitor.State state, String word) {
        return new Monitor(told.name(), state, word, Monitor.tags(told.tags()));
    }
}
