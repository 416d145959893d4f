package dev.migrationtower.probe.scalingo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.probe.runtime.vendor.Accounts;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import dev.migrationtower.simulator.scalingo.ScalingoVoice;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.VendorServer;
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

    private FakeScalingo scalingo;
    private VendorServer vendor;
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
        scalingo = new FakeScalingo(vertx);
        vendor = scalingo.server;
        ScalingoConfig config = FakeScalingoConfig.at(vendor.url(), ScalingoVoice.TOKEN);
        VendorAccount account = new VendorAccount(
                vertx,
                new VendorLimits(1_000, Duration.ofMinutes(1), config.timeout()),
                "scalingo",
                "default",
                new SimpleMeterRegistry(),
                Clock.systemUTC());
        probe = new ScalingoProbe(new Accounts<>(
                "tower.scalingo.accounts", Map.of("default", new ScalingoApi(account, config, ScalingoVoice.TOKEN))));
    }

    @AfterEach
    void close() {
        scalingo.close();
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
        scalingo.logs.write(
                Instant.parse("2022-07-22T20:00:00Z"), "pix-api-one-off-1", "pix-api", "info", Map.of("msg", "Done"));
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
        vendor.in(Fault.BROKEN, "/logs");
        Outcome.Unobservable told = Contract.unobservable(look(START));
        assertThat(told.cause()).isEqualTo("unavailable");

        vendor.in(Fault.NONE, "");
        writes(1, "one");
        awaitSeen("one");
    }

    @Test
    void aStreamThatRefusesUsIsUnobservableAndItsTokenIsNotShown() throws Exception {
        vendor.in(Fault.BROKEN, "nothing but streams");

        Outcome.Unobservable told = Contract.unobservable(look(START));

        assertThat(told.message())
                .contains("the stream of 127.0.0.1 answered 502")
                .doesNotContain(ScalingoVoice.LOG_TOKEN);
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
        Instant at = Instant.parse("2022-07-23T20:30:00.930163178Z").plusSeconds(second);
        scalingo.logs.write(at, "pix-api-one-off-12", "pix-api", "info", Map.of("msg", text));
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
