package dev.migrationtower.probe.scalingo;

import dev.migrationtower.probe.runtime.vendor.Told;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorApi;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks Scalingo, in the name of one account. Thread-safe. */
final class ScalingoApi {
    /** Lines of the past that a stream begins with: two scripts that say every second that they are alive, for over an hour. */
    private static final int HISTORY = 10_000;

    private static final Set<String> STREAMS = Set.of("http", "https", "ws", "wss");

    private final VendorAccount account;
    private final ScalingoAccess access;
    private final ScalingoConfig config;

    ScalingoApi(VendorAccount account, ScalingoConfig config, String token) {
        this.account = account;
        this.config = config;
        access = new ScalingoAccess(account, URI.create(config.authUrl()), token);
    }

    /** How old an answer may be. */
    Duration renewal() {
        return account.renewal();
    }

    /** What there is; one question that fails, and nothing is told. */
    CompletionStage<ScalingoAnswer> ask(ScalingoSettings settings) {
        URI app = app(settings);
        return get(app, ScalingoJson.OneApp.class)
                .handle((told, failure) -> failure == null ? sight(settings, app, told) : noApp(failure))
                .thenCompose(Function.identity());
    }

    /** Whether there is a log that can be streamed: for a script that has not begun. */
    CompletionStage<Boolean> hasLog(ScalingoSettings settings) {
        return get(below(app(settings), "/logs"), ScalingoJson.Logs.class).thenApply(told -> true);
    }

    /** Opens the log of the one-offs, which begins with what was written before. */
    CompletionStage<AutoCloseable> follow(ScalingoSettings settings, Consumer<String> message, Runnable end) {
        VendorQuestion where = VendorQuestion.get(below(app(settings), "/logs"));
        return access.applications()
                .askAnew(where, ScalingoJson.Logs.class)
                .thenCompose(
                        told -> account.stream().open(stream(told.document().url()), message, end));
    }

    /** What is wrong with an address is not told with it: it holds a token. */
    private static URI stream(String url) {
        try {
            URI stream =
                    new URI(url + (url.contains("?") ? "&" : "?") + "n=" + HISTORY + "&stream=true&filter=one-off");
            if (stream.getHost() != null && STREAMS.contains(stream.getScheme())) {
                return stream;
            }
        } catch (URISyntaxException e) {
            // said below, without the address
        }
        throw unreadable("logs_url is no address of a stream");
    }

    private CompletionStage<ScalingoAnswer> sight(ScalingoSettings settings, URI app, Told<ScalingoJson.OneApp> told) {
        CompletableFuture<Told<ScalingoJson.Containers>> containers =
                get(below(app, "/ps"), ScalingoJson.Containers.class).toCompletableFuture();
        CompletableFuture<Told<ScalingoJson.Formation>> formation =
                get(below(app, "/containers"), ScalingoJson.Formation.class).toCompletableFuture();
        CompletableFuture<Optional<ScalingoAnswer.Database>> database = settings.addon()
                .map(provider -> database(settings, app, provider))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
        return CompletableFuture.allOf(containers, formation, database)
                .thenApply(all -> new ScalingoAnswer.Sight(
                        containers.join().at(),
                        told.document().app(),
                        containers.join().document().containers(),
                        formation.join().document().containers(),
                        database.join()));
    }

    private CompletableFuture<Optional<ScalingoAnswer.Database>> database(
            ScalingoSettings settings, URI app, String provider) {
        return get(below(app, "/addons"), ScalingoJson.Addons.class)
                .thenCompose(told -> {
                    String id = addon(settings, provider, told.document().addons());
                    VendorApi api = access.database(below(app, "/addons/" + id));
                    return database(api, at(config.databaseUrl(), settings).resolve("/api/databases/" + id));
                })
                .toCompletableFuture();
    }

    private static CompletableFuture<Optional<ScalingoAnswer.Database>> database(VendorApi api, URI database) {
        CompletableFuture<Told<ScalingoJson.OneDatabase>> state = api.ask(
                        VendorQuestion.get(database), ScalingoJson.OneDatabase.class)
                .toCompletableFuture();
        CompletableFuture<Told<ScalingoJson.Backups>> backups = api.ask(
                        VendorQuestion.get(below(database, "/backups")), ScalingoJson.Backups.class)
                .toCompletableFuture();
        CompletableFuture<Told<ScalingoJson.Metrics>> metrics = api.ask(
                        VendorQuestion.get(below(database, "/metrics")), ScalingoJson.Metrics.class)
                .toCompletableFuture();
        CompletableFuture<ScalingoJson.Disk> disk = disk(api, database).toCompletableFuture();
        return CompletableFuture.allOf(state, backups, metrics, disk)
                .thenApply(all -> Optional.of(new ScalingoAnswer.Database(
                        state.join().document().database(),
                        backups.join().document().backups(),
                        metrics.join().document().stats(),
                        disk.join())));
    }

    private static CompletionStage<ScalingoJson.Disk> disk(VendorApi api, URI database) {
        return api.ask(VendorQuestion.get(below(database, "/instances_status")), ScalingoJson.Instance[].class)
                .thenCompose(told -> {
                    ScalingoJson.Instance leader = Arrays.stream(told.document())
                            .filter(instance -> "leader".equals(instance.role()))
                            .findFirst()
                            .orElseThrow(() -> unreadable("the database has no leader"));
                    URI newest = below(database, "/instances/" + leader.id() + "/metrics/disk?last=true");
                    return api.ask(VendorQuestion.get(newest), ScalingoJson.DiskMetrics.class);
                })
                .thenApply(told -> {
                    List<ScalingoJson.Disk> disks = told.document().disks();
                    if (disks.isEmpty() || disks.getLast().total() <= 0) {
                        throw unreadable("the database's disk was not measured");
                    }
                    return disks.getLast();
                });
    }

    private static String addon(ScalingoSettings settings, String provider, List<ScalingoJson.Addon> addons) {
        List<String> found = addons.stream()
                .filter(addon -> addon.provider().id().equals(provider))
                .map(ScalingoJson.Addon::id)
                .toList();
        return switch (found.size()) {
            case 1 -> found.getFirst();
            case 0 ->
                throw new VendorException(
                        VendorFailure.NOT_FOUND,
                        settings.app() + " has no add-on " + provider + ", only "
                                + addons.stream()
                                        .map(addon -> addon.provider().id())
                                        .toList());
            default ->
                throw unreadable(settings.app() + " has " + found.size() + " add-ons " + provider
                        + ", and nobody says which is meant");
        };
    }

    /** That there is no such application is an answer; that there is nothing at all at this address, is none. */
    private static CompletionStage<ScalingoAnswer> noApp(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof VendorException told
                        && told.answer() != null
                        && told.answer().status() == 404
                        && told.answer().text().matches("(?s).*\"resource\"\\s*:\\s*\"app\".*")
                ? CompletableFuture.completedFuture(new ScalingoAnswer.NoApp(String.valueOf(told.getMessage())))
                : CompletableFuture.failedFuture(cause);
    }

    private <T> CompletionStage<Told<T>> get(URI url, Class<T> type) {
        return access.applications().ask(VendorQuestion.get(url), type);
    }

    private URI app(ScalingoSettings settings) {
        return at(config.apiUrl(), settings).resolve("/v1/apps/" + settings.app());
    }

    private static URI at(String url, ScalingoSettings settings) {
        return URI.create(url.replace("{region}", settings.region()));
    }

    private static URI below(URI url, String path) {
        return URI.create(url + path);
    }

    private static VendorException unreadable(String words) {
        return new VendorException(VendorFailure.UNREADABLE, words);
    }
}
