package dev.migrationtower.probe.datadog;

import static dev.migrationtower.probe.datadog.Documents.dated;
import static dev.migrationtower.probe.datadog.Documents.log;
import static dev.migrationtower.probe.datadog.Documents.page;
import static dev.migrationtower.probe.datadog.FakeDatadog.NOW;
import static dev.migrationtower.probe.datadog.FakeDatadog.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Checks;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A script is followed by the lines that it writes. */
class DatadogFollowIT {
    @RegisterExtension
    final FakeDatadog datadog = new FakeDatadog();

    private final VendorServer vendor = datadog.server;
    private DatadogProbe probe = datadog.probe(NOW);

    @Test
    void aTailRepeatsTwoMinutesAndGivesEachLineOnce() throws Exception {
        vendor.on(SEARCH, dated(page(null, log("b", "20:43:00", "\"msg\": \"two\""))));
        CheckSpec tail = tail(Instant.parse("2022-07-23T20:40:00Z"));
        assertThat(texts(tail)).containsExactly("two");

        vendor.on(
                SEARCH,
                dated(page(
                        null,
                        log("a", "20:42:50", "\"msg\": \"one\""),
                        log("b", "20:43:00", "\"msg\": \"two\""),
                        log("z", "20:39:59", "\"msg\": \"of the rehearsal\""))));
        await().atMost(Bench.PATIENT).until(() -> texts(tail), List.of("one")::equals);

        String window = "\"from\":\"" + Instant.parse("2022-07-23T20:42:00Z").toEpochMilli();
        assertThat(vendor.asked().getLast().body()).contains(window);
    }

    @Test
    void aTailThatGotAPartReadsTheSameWindowAgain() throws Exception {
        CheckSpec tail = tail(Instant.parse("2022-07-23T20:40:00Z"));
        vendor.on(SEARCH, dated("{\"data\": [" + log("a", "20:41:00", "") + "], \"meta\": {\"status\": \"timeout\"}}"));
        assertThat(Contract.unobservable(Bench.look(probe, tail)).cause()).isEqualTo("unavailable");

        vendor.on(SEARCH, dated(page(null, log("a", "20:41:00", "\"msg\": \"one\""))));
        assertThat(texts(tail)).containsExactly("one");
    }

    @Test
    void beforeTheRunNoLineIsPassedOn() throws Exception {
        Look look = Bench.look(probe, tail(null));

        assertThat(((Outcome.LogLines) look.outcome()).lines()).isEmpty();
        assertThat(look.evidence().text()).contains("the run has not started");
    }

    private static CheckSpec tail(@Nullable Instant since) {
        return Checks.follow("datadog", Map.of("query", FakeDatadog.SCRIPT, "text", "msg"), since);
    }

    private List<String> texts(CheckSpec tail) throws Exception {
        return ((Outcome.LogLines) Bench.look(probe, tail).outcome())
                .lines().stream().map(Outcome.LogLine::text).toList();
    }
}
