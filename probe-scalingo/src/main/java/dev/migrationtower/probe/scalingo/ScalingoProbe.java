package dev.migrationtower.probe.scalingo;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Evidence;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.follow.Followed;
import dev.migrationtower.probe.runtime.follow.NewLines;
import dev.migrationtower.probe.runtime.vendor.Accounts;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Looks at an application of Scalingo once, or at what its one-offs have written since the last look. */
final class ScalingoProbe implements Probe {
    private final Accounts<ScalingoApi> accounts;
    private final Followed<ScalingoLog> logs = new Followed<>();

    ScalingoProbe(Accounts<ScalingoApi> accounts) {
        this.accounts = accounts;
    }

    @Override
    public CompletionStage<Look> observe(CheckSpec check) {
        ScalingoSettings settings = ScalingoSettings.of(new Settings(check.settings()));
        return accounts.named(settings.account())
                .map(api -> (Followed.is(check) ? follow(api, settings, check) : look(api, settings, check))
                        .exceptionally(failure -> ScalingoFailure.look(settings, failure)))
                .orElseGet(() -> CompletableFuture.completedFuture(accounts.missing(settings.account())));
    }

    @Override
    public void forget(CheckKey check) {
        logs.forget(check);
    }

    private static CompletionStage<Look> look(ScalingoApi api, ScalingoSettings settings, CheckSpec check) {
        return api.ask(settings)
                .thenApply(answer -> ScalingoReading.of(settings, answer).renewedAfter(api.renewal(), check));
    }

    private CompletionStage<Look> follow(ScalingoApi api, ScalingoSettings settings, CheckSpec check) {
        Instant since = check.since();
        if (since == null) {
            return api.hasLog(settings)
                    .thenApply(there -> Look.lines(
                            List.of(), new Evidence("the log of " + settings.app() + " can be read", settings.link())));
        }
        ScalingoLine reader = new ScalingoLine(settings.app(), new Settings(check.settings()).text("text"));
        return logs.of(check, begin -> new ScalingoLog(api, settings, reader, new NewLines(since), System::nanoTime))
                .look();
    }
}
