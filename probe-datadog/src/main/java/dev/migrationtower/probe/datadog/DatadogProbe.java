package dev.migrationtower.probe.datadog;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Evidence;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.follow.Followed;
import dev.migrationtower.probe.runtime.vendor.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Looks at logs and monitors of Datadog once. */
final class DatadogProbe implements Probe {
    private final Accounts<DatadogApi> accounts;
    private final Followed<DatadogTail> tails = new Followed<>();

    DatadogProbe(Accounts<DatadogApi> accounts) {
        this.accounts = accounts;
    }

    @Override
    public CompletionStage<Look> observe(CheckSpec check) {
        DatadogSettings settings = DatadogSettings.of(check);
        return accounts.named(settings.account())
                .map(api -> look(api, settings, check)
                        .thenApply(look -> look.renewedAfter(api.renewal(), check))
                        .exceptionally(failure -> DatadogFailure.look(settings, api.site(), failure)))
                .orElseGet(() -> CompletableFuture.completedFuture(accounts.missing(settings.account())));
    }

    @Override
    public void forget(CheckKey check) {
        tails.forget(check);
    }

    private CompletionStage<Look> look(DatadogApi api, DatadogSettings settings, CheckSpec check) {
        return switch (settings) {
            case DatadogSettings.Newest newest ->
                api.newest(newest.query(), newest.within())
                        .thenCompose(page -> api.now()
                                .thenApply(now -> DatadogReading.of(newest, page, now, api.logs(newest.query()))));
            case DatadogSettings.Count count -> count(api, count);
            case DatadogSettings.Muted muted ->
                api.monitors(muted.tags())
                        .thenCompose(told -> api.now()
                                .thenApply(now -> DatadogMutes.of(
                                        muted,
                                        told,
                                        now,
                                        api.monitors("tag:(" + String.join(" AND ", muted.tags()) + ")"))));
            case DatadogSettings.Lines lines -> follow(api, lines, check);
        };
    }

    /** That there are none is asked about twice. */
    private static CompletionStage<Look> count(DatadogApi api, DatadogSettings.Count count) {
        return api.all(count.query(), count.within()).thenCompose(pages -> {
            boolean none = pages.stream().allMatch(page -> page.logs().isEmpty());
            CompletionStage<Optional<DatadogPage>> wider =
                    none ? among(api, count) : CompletableFuture.completedFuture(Optional.empty());
            return wider.thenCombine(
                    api.now(), (among, now) -> DatadogReading.of(count, pages, among, now, api.logs(count.query())));
        });
    }

    private static CompletionStage<Optional<DatadogPage>> among(DatadogApi api, DatadogSettings.Count count) {
        return count.among()
                .map(wider -> api.newest(wider, count.within()).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private CompletionStage<Look> follow(DatadogApi api, DatadogSettings.Lines lines, CheckSpec check) {
        Instant since = check.since();
        if (since == null) {
            return api.newest(lines.query(), Duration.ofMinutes(15))
                    .thenApply(page -> Look.lines(
                            List.of(),
                            new Evidence(
                                    lines.query() + " can be searched; the run has not started",
                                    api.logs(lines.query()))));
        }
        return tails.of(check, begin -> new DatadogTail(api, lines, since)).look();
    }
}
