package dev.migrationtower.probe.monitors;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.vendor.Accounts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Looks at the monitors of an account once. */
public final class MonitorsProbe implements Probe {
    private final MonitorsVendor.Words vendor;
    private final Accounts<MonitorsApi> accounts;

    public MonitorsProbe(MonitorsVendor.Words vendor, Accounts<MonitorsApi> accounts) {
        this.vendor = vendor;
        this.accounts = accounts;
    }

    @Override
    public CompletionStage<Look> observe(CheckSpec check) {
        MonitorsSettings settings = MonitorsSettings.of(new Settings(check.settings()));
        return accounts.named(settings.account())
                .map(api -> look(api, settings, check))
                .orElseGet(() -> CompletableFuture.completedFuture(accounts.missing(settings.account())));
    }

    private CompletionStage<Look> look(MonitorsApi api, MonitorsSettings settings, CheckSpec check) {
        return api.all()
                .thenApply(all -> MonitorsReading.of(settings, vendor, all).renewedAfter(api.renewal(), check))
                .exceptionally(failure -> MonitorsFailure.look(settings, vendor, failure));
    }
}
