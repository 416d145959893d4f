package dev.migrationtower.probe.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.Json;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/**
 * What every probe of a vendor holds, whatever the vendor is in: never a value, so never green; the cause in words; and all is well
 * again when the vendor is, without a restart. Its time-out must be well below the 10 s that a test waits.
 */
public interface VendorContract {
    /** The vendor, which answers well unless told otherwise. */
    VendorServer vendor();

    /** Part of the addresses that trouble comes to. */
    String troubled();

    /** One look by the probe, always the same probe. */
    Look look() throws Exception;

    /** What must never show. */
    List<String> secrets();

    /** How it says that it does not know us. */
    default String refusal() {
        return "answered 401";
    }

    @Test
    default void aWrongTokenIsUnauthorised() throws Exception {
        assertTrouble(Fault.STRANGERS, "unauthorised", refusal());
    }

    /** What was answered while it was good may be told for a moment longer. */
    @Test
    default void aTokenThatExpiresIsUnauthorisedFromThenOn() throws Exception {
        assertThat(look().outcome()).isNotInstanceOf(Outcome.Unobservable.class);
        vendor().in(Fault.STRANGERS, troubled());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(Contract.unobservable(look()).cause()).isEqualTo("unauthorised"));
        assertTrouble(Fault.STRANGERS, "unauthorised", refusal());
    }

    @Test
    default void aTokenThatMayNotSeeIsForbidden() throws Exception {
        assertTrouble(Fault.FORBIDDEN, "forbidden", "403");
    }

    @Test
    default void tooManyRequestsWithATimeToWaitIsThrottledForThatTime() throws Exception {
        assertTrouble(Fault.THROTTLED_FOR_A_SECOND, "throttled", "429");
    }

    @Test
    default void tooManyRequestsWithoutATimeToWaitIsThrottled() throws Exception {
        assertTrouble(Fault.THROTTLED, "throttled", "429");
    }

    @Test
    default void aVendorThatIsBrokenIsUnavailable() throws Exception {
        assertTrouble(Fault.BROKEN, "unavailable", "500");
    }

    @Test
    default void aPageOfHtmlIsUnavailableAndNotShown() throws Exception {
        assertTrouble(Fault.HTML, "unavailable", "502 with a page of HTML");
    }

    @Test
    default void halfADocumentIsUnreadable() throws Exception {
        assertTrouble(Fault.TRUNCATED, "unreadable", "something else than expected");
    }

    @Test
    default void silenceIsUnavailable() throws Exception {
        assertTrouble(Fault.SILENT, "unavailable", "no whole answer came within");
    }

    @Test
    default void anAnswerOfFiftyMegabytesIsUnreadable() throws Exception {
        assertTrouble(Fault.HUGE, "unreadable", "longer than");
    }

    @Test
    default void aConnectionThatBreaksHalfWayIsUnavailable() throws Exception {
        assertTrouble(Fault.RESET, "unavailable", "connection failed");
    }

    @Test
    default void aClockTenMinutesOffHidesNothing() throws Exception {
        vendor().in(Fault.CLOCK_OFF, "");

        assertThat(look().outcome()).isNotInstanceOf(Outcome.Unobservable.class);
    }

    private void assertTrouble(Fault fault, String cause, String words) throws Exception {
        Log log = new Log();
        Logger.getLogger("").addHandler(log);
        try {
            vendor().in(fault, troubled());
            Look look = look();
            Outcome.Unobservable told = Contract.unobservable(look);
            assertThat(told.message()).contains(words);
            assertThat(told.cause()).isEqualTo(cause);
            String shown = new String(Json.write(look), StandardCharsets.UTF_8) + log.lines;
            secrets().forEach(secret -> assertThat(shown).doesNotContain(secret));

            vendor().in(Fault.NONE, "");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(look().outcome()).isNotInstanceOf(Outcome.Unobservable.class));
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
    }

    /** All that is logged meanwhile, with its parameters and its stack traces. */
    final class Log extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Formatter words = new SimpleFormatter();

        Log() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(words.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
