package dev.migrationtower.probe.ovh;

import dev.migrationtower.probe.runtime.vendor.Told;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorApi;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Asks OVHcloud, in the name of one account. Thread-safe. */
final class OvhApi {
    private final VendorAccount account;
    private final VendorApi api;
    private final String url;

    /** @param key of the configuration that the account stands under */
    OvhApi(VendorAccount account, OvhConfig.Account config, String key, Clock clock) {
        this.account = account;
        url = config.apiUrl();
        api = OvhAccess.of(account, config, key, clock);
    }

    /** How old an answer may be. */
    Duration renewal() {
        return account.renewal();
    }

    /** The machines asked for, all of them: one that is not there, or one question that fails, and nothing is told. */
    CompletionStage<List<Machine>> ask(OvhSettings settings) {
        List<CompletableFuture<List<Machine>>> parts = Stream.of(
                        Stream.of(instances(settings)),
                        settings.servers().stream().map(this::server),
                        settings.nodePools().stream().map(pool -> nodePool(settings, pool)))
                .flatMap(Function.identity())
                .map(CompletionStage::toCompletableFuture)
                .toList();
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(all ->
                        parts.stream().flatMap(part -> part.join().stream()).toList());
    }

    private CompletionStage<List<Machine>> instances(OvhSettings settings) {
        if (settings.instances().isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return get("/cloud/project/" + settings.project() + "/instance", OvhJson.Instance[].class)
                .thenApply(told -> settings.instances().stream()
                        .map(name -> Machine.of(
                                name,
                                only(
                                        "instance " + name,
                                        told.document(),
                                        one -> one.id().equals(name)
                                                || one.name().equals(name),
                                        OvhJson.Instance::name)))
                        .toList());
    }

    private CompletionStage<List<Machine>> server(String name) {
        return get("/dedicated/server/" + name, OvhJson.Server.class)
                .thenApply(told -> List.of(Machine.of(told.document())));
    }

    private CompletionStage<List<Machine>> nodePool(OvhSettings settings, OvhSettings.Pool pool) {
        String pools = "/cloud/project/" + settings.project() + "/kube/" + pool.cluster() + "/nodepool";
        return get(pools, OvhJson.NodePool[].class)
                .thenApply(told -> List.of(Machine.of(
                        pool,
                        only(
                                "node pool " + pool,
                                told.document(),
                                one -> one.id().equals(pool.pool())
                                        || one.name().equals(pool.pool()),
                                OvhJson.NodePool::name))));
    }

    private <T> CompletionStage<Told<T>> get(String path, Class<T> type) {
        return api.ask(VendorQuestion.get(URI.create(url + path)), type);
    }

    /** What is not there was not stopped, and of two by one name nobody says which is meant. */
    private static <T> T only(String subject, T[] all, Predicate<T> meant, Function<T, String> name) {
        List<T> found = Arrays.stream(all).filter(meant).toList();
        return switch (found.size()) {
            case 1 -> found.getFirst();
            case 0 ->
                throw new VendorException(
                        VendorFailure.NOT_FOUND,
                        "there is no " + subject + ", only "
                                + Arrays.stream(all)
                                        .map(name)
                                        .sorted()
                                        .limit(20)
                                        .toList());
            default ->
                throw new VendorException(
                        VendorFailure.UNREADABLE,
                        "there are " + found.size() + " of " + subject + ": name it by its id");
        };
    }
}
