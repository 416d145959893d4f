package dev.migrationtower.probe.datadog;

import static dev.migrationtower.probe.datadog.Documents.log;
import static dev.migrationtower.probe.datadog.Documents.page;
import static dev.migrationtower.probe.datadog.FakeDatadog.DISK;
import static dev.migrationtower.probe.datadog.FakeDatadog.NOW;
import static dev.migrationtower.probe.datadog.FakeDatadog.SEARCH;
import static dev.migrationtower.probe.datadog.FakeDatadog.disk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Checks;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The newest line of a log, by a real client and a real server that speaks as Datadog does. */
class DatadogNewestIT {
    private static final String APP = "pix-api";

    @RegisterExtension
    final FakeDatadog datadog = new FakeDatadog();

    private final VendorServer vendor = datadog.server;
    private DatadogProbe probe = datadog.probe(NOW);

    @Test
    void theNewestLineOfTheItemIsRead() throws Exception {
        Look look = look(DISK);

        assertThat(((Outcome.Reading) look.outcome()).values()).isEqualTo(Map.of("used", 75, "age", "PT1M"));
        assertThat(look.evidence().link()).startsWith("https://app.datadoghq.com/logs?query=service");
    }

    @Test
    void oneQuestionIsAskedForAllItems() throws Exception {
        String path = "data.leader_metrics.disk.used";
        CompletableFuture.allOf(observe(DISK), observe(disk("pix-orga", path)), observe(DISK))
                .get(10, TimeUnit.SECONDS);

        assertThat(vendor.times(SEARCH)).isEqualTo(1);
    }

    @Test
    void anItemWithoutALineIsNotSeenAndNoZero() throws Exception {
        Outcome.Unobservable told = Contract.unobservable(look(disk("pix-certif", "data.leader_metrics.disk.used")));

        assertThat(told.cause()).isEqualTo("not-found");
        assertThat(told.message()).contains("{app=pix-certif} (3 others)", "15m");
    }

    @Test
    void aPathThatLeadsToNothingIsToldWithWhatThereIs() throws Exception {
        Outcome.Unobservable told = Contract.unobservable(look(disk(APP, "data.leader_metrics.disc")));

        assertThat(told.cause()).isEqualTo("unreadable");
        assertThat(told.message()).contains("no value at data.leader_metrics.disc, only [app, data, event]");
    }

    /** The same answer serves several looks, and the line in it has grown older at each. */
    @Test
    void aLineGrowsOlderWhileTheAnswerIsRemembered() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        probe = datadog.probe(((InstantSource) now::get).withZone(ZoneOffset.UTC), () -> 0);
        assertThat(((Outcome.Reading) look(DISK).outcome()).values()).containsEntry("age", "PT1M");

        now.set(NOW.plusSeconds(25));

        assertThat(((Outcome.Reading) look(DISK).outcome()).values()).containsEntry("age", "PT1M25S");
        assertThat(vendor.times(SEARCH)).isEqualTo(1);
    }

    @Test
    void aClockOfOursThatIsWrongByTenMinutesAsksForTheRightTime() throws Exception {
        probe = datadog.probe(NOW.plusSeconds(600));

        look(DISK);

        assertThat(vendor.asked().getLast().body())
                .contains(
                        Long.toString(NOW.toEpochMilli()),
                        Long.toString(NOW.minusSeconds(900).toEpochMilli()));
    }

    @Test
    void theLimitThatDatadogTellsIsShown() throws Exception {
        probe = datadog.probe(Clock.fixed(NOW, ZoneOffset.UTC), () -> 0);
        vendor.on(
                SEARCH,
                new Reply(
                        200,
                        page(null, log("1", "20:43:00", "\"app\": \"pix-api\", " + used(7))),
                        Map.of("X-RateLimit-Remaining", "41", "X-RateLimit-Reset", "600")));

        look(DISK);

        assertThat(datadog.metrics.get("probe.vendor.budget.remaining").gauge().value())
                .isEqualTo(41);
    }

    @Test
    void theRecordedRefusalIsUnauthorised() throws Exception {
        vendor.on(
                FakeDatadog.VALIDATE,
                Recorded.replies("v1.Validate_API_key_returns_Forbidden_response", "GET")
                        .getFirst());

        assertThat(Contract.unobservable(look(DISK)).cause()).isEqualTo("unauthorised");
    }

    @Test
    void anAccountThatWeDoNotHaveIsNamed() throws Exception {
        assertThat(Contract.unobservable(look(Map.of("query", "*", "account", "pix")))
                        .message())
                .contains("\"pix\"", "tower.datadog.accounts.pix");
    }

    private static String used(int percent) {
        return "\"data\": {\"leader_metrics\": {\"disk\": {\"used\": " + percent + "}}}";
    }

    private Look look(Map<String, Object> settings) throws Exception {
        return Bench.look(probe, Checks.check("datadog", settings));
    }

    private CompletableFuture<Look> observe(Map<String, Object> settings) {
        return probe.observe(Checks.check("datadog", settings)).toCompletableFuture();
    }
}
