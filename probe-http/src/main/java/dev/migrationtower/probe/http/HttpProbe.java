package dev.migrationtower.probe.http;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.Settings;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Looks at an HTTP address once. */
final class HttpProbe implements Probe {
    private final HttpApi api;
    private final Guards guards;
    private final UnaryOperator<@Nullable String> environment;
    private final Clock clock;

    /** @param environment where {@code ${NAME}} in a header is looked up */
    HttpProbe(HttpApi api, Guards guards, UnaryOperator<@Nullable String> environment, Clock clock) {
        this.api = api;
        this.guards = guards;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Look> observe(CheckSpec check) {
        Secrets secrets = new Secrets(environment);
        HttpSettings settings = HttpSettings.of(new Settings(check.settings()), secrets);
        return api.ask(settings).thenCompose(answer -> {
            Look look = HttpReading.of(settings, answer, secrets, clock.instant());
            return answer instanceof HttpAnswer.None none && none.failure().perhapsOurs()
                    ? guards.allSilent().thenApply(silent -> silent ? offline() : look)
                    : CompletableFuture.completedFuture(look);
        });
    }

    private static Look offline() {
        return Look.unobservable(
                "probe-offline",
                "The probe reaches none of its guard addresses (tower.http.guards): its own network is down. Look at the"
                        + " network of the machine it runs on.");
    }
}
