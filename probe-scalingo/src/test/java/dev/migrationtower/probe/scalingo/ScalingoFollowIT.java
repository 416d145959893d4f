package dev.migrationtower.probe.scalingo;

import static dev.migrationtower.probe.scalingo.FakeScalingo.APP;
import static dev.migrationtower.probe.scalingo.FakeScalingo.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.probe.runtime.kit.FakeVendor;
import dev.migrationtower.probe.runtime.kit.FakeVendor.Trouble;
import dev.migrationtower.probe.runtime.vendor.Accounts;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A script is followed by a real stream, which ends, and comes back. */
class ScalingoFollowIT {
    private static final Instant START = Instant.parse("2022-07-23T20:00:00Z");
    private static Vertx vertx;

    private FakeVendor vendor;
    private ScalingoProbe probe;
    private final List<String> seen = new ArrayList<>();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @BeforeEach
    void open() throws Exception {
        vendor = FakeScalingo.start(vertx);
        vendor.on(APP + "/logs", "{\"logs_url\": \"" + vendor.url() + "/apps/pix-api/logs?token=l0gs3cret\"}");
        ScalingoConfig config = FakeScalingoConfig.at(vendor.url(), TOKEN);
        VendorAccount account = new VendorAccount(
                vertx,
                new VendorLimits(1_000, Duration.ofMinutes(1), config.timeout()),
                "scalingo",
                "default",
                new SimpleMeterRegistry(),
                Clock.systemUTC());
        probe = new ScalingoProbe(
                new Accounts<>("tower.scalingo.accounts", Map.of("default", new ScalingoApi(account, config, TOKEN))));
    }

    @AfterEach
    void close() throws Exception {
        vendor.close();
    }

    @Test
    void linesComeOnceInOrderWithWhatWasWrittenBefore() throws Exception {
        writes(1, "In progress");
        look(START);
        awaitSeen("In progress");

        writes(2, "alive");
        writes(3, "Done");
        awaitSeen("In progress", "alive", "Done");
        assertThat(vendor.asked().stream().filter(one -> one.what().startsWith("STREAM")))
                .singleElement()
                .satisfies(one -> assertThat(one.what()).contains("n=10000", "stream=true", "filter=one-off"));
    }

    @Test
    void aLineOfTheRehearsalNeverCounts() throws Exception {
        vendor.says("{\"event\": \"log\", \"log\": \"2022-07-22 20:00:00 +0000 UTC [one-off-1] Done\"}");
        writes(1, "In progress");

        awaitSeen("In progress");
    }

    @Test
    void aStreamThatEndsIsOpenedAgainAndNothingIsMissedOrDoubled() throws Exception {
        writes(1, "one");
        awaitSeen("one");

        vendor.hangsUp();
        await().until(() -> vendor.streams() == 0);
        writes(2, "two");
        awaitSeen("one", "two");
    }

    @Test
    void whileTheStreamCannotBeOpenedThereIsNoEvidenceAndThenThereIs() throws Exception {
        vendor.in(Trouble.BROKEN, "/logs");
        Outcome.Unobservable told = Contract.unobservable(look(START));
        assertThat(told.cause()).isEqualTo("unavailable");

        vendor.in(Trouble.NONE, "");
        writes(1, "one");
        awaitSeen("one");
    }

    @Test
    void aStreamThatRefusesUsIsUnobservableAndItsTokenIsNotShown() throws Exception {
        vendor.in(Trouble.BROKEN, "nothing but streams");

        Outcome.Unobservable told = Contract.unobservable(look(START));

        assertThat(told.message())
                .contains("the stream of 127.0.0.1 answered 502")
                .doesNotContain("l0gs3cret");
    }

    @Test
    void beforeTheRunItOnlyProvesThatItCouldSee() throws Exception {
        writes(1, "one");

        assertThat(((Outcome.LogLines) look(null).outcome()).lines()).isEmpty();
        assertThat(vendor.streams()).isZero();
    }

    @Test
    void whoIsForgottenStreamsNoMore() throws Exception {
        look(START);
        await().until(() -> vendor.streams() == 1);

        probe.forget(check(START).key());

        await().until(() -> vendor.streams() == 0);
    }

    private void writes(int second, String text) {
        vendor.says("{\"event\": \"log\", \"log\": \"2022-07-23 20:30:0" + second
                + ".930163178 +0000 UTC [one-off-12] {\\\"msg\\\":\\\"" + text + "\\\"}\\n\"}");
    }

    private void awaitSeen(String... texts) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            if (look(START).outcome() instanceof Outcome.LogLines lines) {
                lines.lines().forEach(line -> seen.add(line.text()));
            }
            assertThat(seen).containsExactly(texts);
        });
    }

    private Look look(@Nullable Instant since) throws Exception {
        return probe.observe(check(since)).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static CheckSpec check(@Nullable Instant since) {
        return new CheckSpec(
                "night-1",
                "migrate.follow",
                "migrate.follow",
                "scalingo",
                Map.of("app", "pix-api", "text", "msg"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                since);
    }
}
