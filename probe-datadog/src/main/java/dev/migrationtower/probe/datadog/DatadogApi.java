package dev.migrationtower.probe.datadog;

import dev.migrationtower.probe.runtime.vendor.Pages;
import dev.migrationtower.probe.runtime.vendor.Told;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorApi;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Asks Datadog, in the name of one account. Every question is asked once for all checks, when it is its turn. Thread-safe. */
final class DatadogApi {
    private static final int MONITORS = 1_000;
    /** Of lines that are counted: more of them would cost too many of the requests, and too much memory. */
    private static final int PAGES = 10;

    private final VendorAccount account;
    private final VendorApi api;
    private final Clock clock;
    private final Duration overlap;
    private final String site;
    private final URI url;
    private volatile Optional<Duration> ahead = Optional.empty();

    private record Question(String kind, String what, Duration within) {}

    DatadogApi(VendorAccount account, DatadogConfig config, DatadogConfig.Account who, Clock clock) {
        this.account = account;
        this.clock = clock;
        overlap = config.overlap();
        site = who.site();
        url = URI.create(config.url().replace("{site}", site));
        api = account.as(new DatadogKeys(who.apiKey(), who.applicationKey()));
    }

    /** Where the account is. */
    String site() {
        return site;
    }

    /** By how much a look at a log repeats the one before. */
    Duration overlap() {
        return overlap;
    }

    /** How old an answer may be. */
    Duration renewal() {
        return account.renewal();
    }

    /** Where a person sees the same lines. */
    String logs(String query) {
        return console() + "/logs?query=" + encode(query);
    }

    /** Where a person sees the same monitors. */
    String monitors(String query) {
        return console() + "/monitors/manage?q=" + encode(query);
    }

    /** The newest lines, as many as a page has. */
    CompletionStage<DatadogPage> newest(String query, Duration within) {
        return account.once(
                new Question("newest", query, within),
                () -> now().thenCompose(now -> first(new DatadogSearch(query, now.minus(within), now, "-timestamp"))),
                page -> 1);
    }

    /** All lines, by pages; one page that cannot be had, and there is nothing. */
    CompletionStage<List<DatadogPage>> all(String query, Duration within) {
        return account.once(
                new Question("all", query, within),
                () -> now().thenCompose(now -> {
                    DatadogSearch search = new DatadogSearch(query, now.minus(within), now, "-timestamp");
                    return Pages.all(
                            question(search, Optional.empty()),
                            question -> page(search, question),
                            (page, asked) -> page.after().map(after -> question(search, Optional.of(after))),
                            PAGES);
                }),
                List::size);
    }

    /** All monitors that have these tags. */
    CompletionStage<List<DatadogJson.Monitor>> monitors(List<String> tags) {
        String joined = String.join(",", tags);
        return account.once(
                new Question("monitors", joined, Duration.ZERO),
                () -> Pages.all(
                                monitors(joined, 0),
                                question -> api.askAnew(question, DatadogJson.Monitor[].class)
                                        .thenApply(this::heard),
                                (page, asked) -> page.length < MONITORS
                                        ? Optional.empty()
                                        : Optional.of(monitors(joined, number(asked) + 1)))
                        .thenApply(
                                pages -> pages.stream().flatMap(Arrays::stream).toList()),
                all -> 1 + all.size() / MONITORS);
    }

    /** What takes several requests, asked when it is its turn. */
    <T> CompletionStage<T> once(Object question, Supplier<CompletionStage<T>> ask, ToIntFunction<T> requests) {
        return account.once(question, ask, requests);
    }

    /** The first page of a search. */
    CompletionStage<DatadogPage> first(DatadogSearch search) {
        return page(search, question(search, Optional.empty()));
    }

    /** The page after one that has a next. */
    CompletionStage<DatadogPage> next(DatadogPage page) {
        return page(page.search(), question(page.search(), page.after()));
    }

    /** The time, by Datadog's clock: ours may be wrong, and would ask for lines of another time. */
    CompletionStage<Instant> now() {
        return ahead.map(known -> (CompletionStage<Instant>)
                        CompletableFuture.completedFuture(clock.instant().plus(known)))
                .orElseGet(
                        () -> api.askAnew(VendorQuestion.get(url.resolve("/api/v1/validate")), DatadogJson.Valid.class)
                                .thenApply(this::heardAt));
    }

    private CompletionStage<DatadogPage> page(DatadogSearch search, VendorQuestion question) {
        return api.askAnew(question, DatadogJson.Logs.class).thenApply(told -> {
            heardAt(told);
            DatadogJson.Meta meta = told.document().meta();
            if (meta == null) {
                return new DatadogPage(search, told.document().data(), Optional.empty(), told.at());
            }
            refusePart(question, meta);
            Optional<String> after = Optional.ofNullable(meta.page()).map(DatadogJson.After::after);
            return new DatadogPage(search, told.document().data(), after, told.at());
        });
    }

    /** A part of the lines would be taken for all of them. */
    private void refusePart(VendorQuestion question, DatadogJson.Meta meta) {
        String status = meta.status();
        List<?> warnings = meta.warnings();
        if (status != null && !status.equals("done") || warnings != null && !warnings.isEmpty()) {
            throw new VendorException(
                    VendorFailure.UNAVAILABLE,
                    api.hide(question + " answered only a part: status " + status
                            + (warnings == null ? "" : ", warnings " + warnings)));
        }
    }

    private <T> Instant heardAt(Told<T> told) {
        ahead = Optional.of(Duration.between(clock.instant(), told.at()));
        return told.at();
    }

    private <T> T heard(Told<T> told) {
        heardAt(told);
        return told.document();
    }

    private VendorQuestion question(DatadogSearch search, Optional<String> cursor) {
        return search.question(url.resolve("/api/v2/logs/events/search"), cursor.orElse(null));
    }

    private VendorQuestion monitors(String tags, int page) {
        return VendorQuestion.get(url.resolve("/api/v1/monitor?monitor_tags=" + encode(tags)
                + "&with_downtimes=true&page_size=" + MONITORS + "&page=" + page));
    }

    private static int number(VendorQuestion asked) {
        String query = asked.url().getRawQuery();
        return Integer.parseInt(query.substring(query.lastIndexOf('=') + 1));
    }

    private String console() {
        boolean bare = site.indexOf('.') == site.lastIndexOf('.');
        return "https://" + (bare ? "app." : "") + site;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
