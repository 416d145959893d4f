package dev.migrationtower.probe.ovh;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.vendor.Accounts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Looks at machines of OVHcloud once. */
final class OvhProbe implements Probe {
    private final Accounts<OvhApi> accounts;

    OvhProbe(Accounts<OvhApi> accounts) {
        this.accounts = accounts;
    }

    @Override
    public CompletionStage<Look> observe(CheckSpec check) {
        OvhSettings settings = OvhSettings.of(new Settings(check.settings()));
        return accounts.named(settings.account())
                .map(api -> look(api, settings, check))
                .orElseGet(() -> CompletableFuture.completedFuture(accounts.missing(settings.account())));
    }

    private static CompletionStage<Look> look(OvhApi api, OvhSettings settings, CheckSpec check) {
        return api.ask(settings)
                .thenApply(answer -> OvhReading.of(settings, answer).renewedAfter(api.renewal(), check))
                .exceptionally(failure -> OvhFailure.look(settings, failure));
    }
}
