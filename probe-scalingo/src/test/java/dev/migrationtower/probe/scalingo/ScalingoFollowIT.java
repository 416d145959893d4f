package dev.migrationtower.probe.scalingo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Checks;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.simulator.scalingo.ScalingoVoice;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A script is followed by a real stream, which ends, and comes back. */
class ScalingoFollowIT {
    private static final Instant START = Instant.parse("2022-07-23T20:00:00Z");

    @RegisterExtension
    final FakeScalingo scalingo = new FakeScalingo();

    private final VendorServer vendor = scalingo.server;
    private ScalingoProbe probe = scalingo.probe();
    private final List<String> seen = new ArrayList<>();

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

    /** An address that makes no sense holds the token of the log all the same. */
    @Test
    void aStreamAtNoAddressIsUnreadableAndItsTokenIsNotShown() throws Exception {
        String token = "?token=" + ScalingoVoice.LOG_TOKEN + "\"}";
        for (String address : List.of("http://log s/apps", "logs/apps", "ftp://logs/apps")) {
            vendor.on("GET /v1/apps/pix-api/logs", "{\"logs_url\": \"" + address + token);

            Outcome.Unobservable told = Contract.unobservable(look(START));

            assertThat(told.cause()).isEqualTo("unreadable");
            assertThat(told.message()).contains("no address of a stream").doesNotContain(ScalingoVoice.LOG_TOKEN);
        }
    }

    /** Scalingo sends the past in one message, however long it is. */
    @Test
    void aPastOfTenThousandLinesInOneMessageIsReadWhole() throws Exception {
        String past = IntStream.range(0, 10_000)
                .mapToObj("2022-07-23 20:30:01.%09d +0000 UTC [one-off-12] alive"::formatted)
                .collect(Collectors.joining("\n"));
        vendor.says(
                ScalingoVoice.stream("pix-api"),
                new String(Json.write(Map.of("event", "log", "log", past)), StandardCharsets.UTF_8));

        await().atMost(Bench.PATIENT).untilAsserted(() -> {
            if (look(START).outcome() instanceof Outcome.LogLines lines) {
                lines.lines().forEach(line -> seen.add(line.text()));
            }
            assertThat(seen).hasSize(10_000);
        });
        assertThat(vendor.streams()).isEqualTo(1);
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
        await().atMost(Bench.PATIENT).untilAsserted(() -> {
            if (look(START).outcome() instanceof Outcome.LogLines lines) {
                lines.lines().forEach(line -> seen.add(line.text()));
            }
            assertThat(seen).containsExactly(texts);
        });
    }

    private Look look(@Nullable Instant since) throws Exception {
        return Bench.look(probe, check(since));
    }

    private static CheckSpec check(@Nullable Instant since) {
        return Checks.follow("scalingo", Map.of("app", "pix-api", "text", "msg"), since);
    }
}
