package dev.migrationtower.probe.betterstack;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks Better Stack, in the name of one account. Thread-safe. */
final class BetterstackApi implements MonitorsApi {
    private static final Pattern PAGE = Pattern.compile("[?&]page=(\\d{1,9})");

    private final VendorAccount account;
    private final VendorApi api;
    private final VendorQuestion first;

    BetterstackApi(VendorAccount account, URI url, String token) {
        this.account = account;
        api = account.as(Credentials.bearer(token));
        first = VendorQuestion.get(url.resolve("/api/v2/monitors?per_page=250"));
    }

    @Override
    public CompletionStage<List<Monitor>> all() {
        return Pages.all(
                        first,
                        question -> api.ask(question, BetterstackJson.Monitors.class)
                                .thenApply(Told::document),
                        (page, asked) -> next(page.pagination(), asked))
                .thenApply(pages -> pages.stream()
                        .flatMap(page -> page.data().stream())
                        .map(one -> monitor(one.attributes()))
                        .toList());
    }

    @Override
    public Duration renewal() {
        return account.renewal();
    }

    /** Where it goes on; a page that is not the last one, and names no next one, is not the end. */
    private static Optional<VendorQuestion> next(BetterstackJson.Pagination pagination, VendorQuestion asked) {
        String next = pagination.next();
        String last = pagination.last();
        if (next != null) {
            return Optional.of(Pages.next(asked, next));
        }
        if (last != null && number(last) > number(asked.url().toString())) {
            throw new VendorException(
                    VendorFailure.UNREADABLE,
                    asked + " says that there are " + number(last) + " pages, and names none after page "
                            + number(asked.url().toString()));
        }
        return Optional.empty();
    }

    /** Of the page at this address; without a number it is the first. */
    private static int number(String address) {
        Matcher page = PAGE.matcher(address);
        return page.find() ? Integer.parseInt(page.group(1)) : 1;
    }

    private static Monitor monitor(BetterstackJson.Attributes told) {
        return new Monitor(told.name(), state(told.status()), told.status(), Monitor.tags(told.tags()));
    }

    /** In maintenance it is paused by its own calendar; validating, it was down a moment ago and is not sure yet. */
    private static Monitor.State state(String status) {
        return switch (status) {
            case "up", "pending" -> Monitor.State.ACTIVE;
            case "down", "validating" -> Monitor.State.FAILING;
            case "paused", "maintenance" -> Monitor.State.PAUSED;
            default -> Monitor.State.UNKNOWN;
        };
    }
}
