package dev.migrationtower.probe.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every kind of check of every vendor holds, whatever is wrong with the vendor: nothing is told that a plan could judge by, so that
 * it is never green; the cause stands in words, and no secret anywhere; and when all is well again, the same probe sees it, without a
 * restart.
 */
public interface VendorContract {
    /** Half a minute of silence is tried once, in probe-datadog; everybody else is patient for a shorter time. */
    Duration SHORT = Duration.ofMillis(700);

    /** The vendor, which answers well unless told otherwise. */
    VendorServer vendor();

    /** Part of what is asked where trouble comes to. */
    String troubled();

    /** A new probe, with so much time for one request. */
    Probe newProbe(Duration timeout);

    /** The same, so that it can be told what it gave. */
    default Probe probe(Duration timeout) {
        return newProbe(timeout);
    }

    /** What it looks at. */
    CheckSpec check();

    /** The values that a plan judges by; none of them may be told while there is trouble. */
    List<String> telling();

    /** What must never show. */
    List<String> secrets();

    /** A field that the values are made of. */
    String field();

    /** How it says that it does not know us. */
    default String refusal() {
        return "answered 401";
    }

    /** From now on the vendor does not know us any more. */
    default void expire() {
        vendor().in(Fault.STRANGERS, troubled());
    }

    /** From now on the vendor gives a part of its answer. */
    default void partly() {
        vendor().in(Fault.PARTIAL, troubled());
    }

    /** Whatever {@link #partly} did, it did not. */
    default void wholly() {
        vendor().in(Fault.NONE, "");
    }

    @Test
    default void aWrongTokenIsUnauthorisedAndRecovers() throws Exception {
        assertTrouble(Fault.STRANGERS, "unauthorised", refusal());
    }

    /** What was answered while it was good may be told for a moment longer. */
    @Test
    default void aTokenThatExpiresIsUnauthorisedFromThenOnAndRecovers() throws Exception {
        Probe probe = probe(Bench.PATIENT);
        assertSeen(probe);
        expire();
        await().atMost(Bench.PATIENT)
                .untilAsserted(() ->
                        assertThat(Contract.unobservable(look(probe)).cause()).isEqualTo("unauthorised"));
        vendor().in(Fault.NONE, "");
        awaitSeen(probe);
    }

    @Test
    default void aTokenThatMayNotSeeIsForbiddenAndRecovers() throws Exception {
        assertTrouble(Fault.FORBIDDEN, "forbidden", "403");
    }

    @Test
    default void aSubjectThatIsNotThereIsNotFoundAndRecovers() throws Exception {
        assertTrouble(Fault.NOT_FOUND, "not-found", "404");
    }

    @Test
    default void tooManyRequestsWithATimeToWaitAreThrottledAndRecover() throws Exception {
        assertTrouble(Fault.THROTTLED_FOR_A_SECOND, "throttled", "429");
    }

    @Test
    default void tooManyRequestsWithoutATimeToWaitAreThrottledAndRecover() throws Exception {
        assertTrouble(Fault.THROTTLED, "throttled", "429");
    }

    @Test
    default void anErrorOfTheVendorsIsUnavailableAndRecovers() throws Exception {
        assertTrouble(Fault.BROKEN, "unavailable", "500");
    }

    @Test
    default void aPageOfHtmlIsUnavailableAndNotShownAndRecovers() throws Exception {
        assertTrouble(Fault.HTML, "unavailable", "502 with a page of HTML");
    }

    @Test
    default void halfADocumentIsUnreadableAndRecovers() throws Exception {
        assertTrouble(Fault.TRUNCATED, "unreadable", "something else than expected");
    }

    @Test
    default void aPartOfTheAnswerIsNotTheWholeAndRecovers() throws Exception {
        Probe probe = probe(Bench.PATIENT);
        partly();
        assertBlind(look(probe), telling());
        wholly();
        awaitSeen(probe);
    }

    @Test
    default void aFieldThatIsAbsentIsUnreadableAndRecovers() throws Exception {
        assertTrouble(Fault.ABSENT, field(), "unreadable", "something else than expected");
    }

    @Test
    default void aFieldOfAnotherTypeIsUnreadableAndRecovers() throws Exception {
        assertTrouble(Fault.RETYPED, field(), "unreadable", "something else than expected");
    }

    @Test
    default void silenceIsUnavailableAndRecovers() throws Exception {
        Probe probe = probe(SHORT);
        vendor().in(Fault.SILENT, troubled());
        Look look = look(probe);
        assertThat(Contract.unobservable(look).cause()).isEqualTo("unavailable");
        assertThat(Contract.unobservable(look).message()).contains("no whole answer came within 700 ms");
        vendor().in(Fault.NONE, "");
        awaitSeen(probe);
    }

    @Test
    default void anAnswerOfFiftyMegabytesIsUnreadableAndRecovers() throws Exception {
        assertTrouble(Fault.HUGE, "unreadable", "longer than");
    }

    @Test
    default void aConnectionThatBreaksHalfWayIsUnavailableAndRecovers() throws Exception {
        assertTrouble(Fault.RESET, "unavailable", "connection failed");
    }

    /** Ages are those by the vendor's own clock, whatever that or ours says. */
    @Test
    default void aClockTenMinutesOffChangesNothing() throws Exception {
        Outcome right = look(probe(Bench.PATIENT)).outcome();
        vendor().in(Fault.CLOCK_OFF, "");

        Outcome off = look(probe(Bench.PATIENT)).outcome();

        assertThat(off).isNotInstanceOf(Outcome.Unobservable.class);
        if (right instanceof Outcome.Reading) {
            assertThat(off).isEqualTo(right);
        }
    }

    /** One look. */
    default Look look(Probe probe) throws Exception {
        return Bench.look(probe, check());
    }

    /** In this trouble it is blind for this cause, in these words, and sees again afterwards. */
    default void assertTrouble(Fault fault, String cause, String words) throws Exception {
        assertTrouble(fault, "", cause, words);
    }

    private void assertTrouble(Fault fault, String field, String cause, String words) throws Exception {
        Probe probe = probe(Bench.PATIENT);
        try (Logged logged = new Logged()) {
            vendor().in(fault, troubled(), field);
            Look look = look(probe);
            Outcome.Unobservable told = Contract.unobservable(look);
            assertThat(told.message()).contains(words);
            assertThat(told.cause()).isEqualTo(cause);
            String shown = new String(Json.write(look), StandardCharsets.UTF_8) + logged.lines();
            secrets().forEach(secret -> assertThat(shown).doesNotContain(secret));

            vendor().in(Fault.NONE, "");
            awaitSeen(probe);
        }
    }

    /** Nothing could be seen, or at least none of these values. */
    static void assertBlind(Look look, List<String> values) {
        switch (look.outcome()) {
            case Outcome.Unobservable told -> assertThat(told.message()).isNotBlank();
            case Outcome.Reading reading ->
                assertThat(reading.values()).isNotEmpty().doesNotContainKeys(values.toArray(String[]::new));
            case Outcome.LogLines lines -> assertThat(lines.lines()).isEmpty();
            case Outcome.Ping ping -> throw new AssertionError(ping);
        }
    }

    /** All is seen, sooner or later. */
    default void awaitSeen(Probe probe) {
        await().atMost(Bench.PATIENT).untilAsserted(() -> assertSeen(probe));
    }

    private void assertSeen(Probe probe) throws Exception {
        switch (look(probe).outcome()) {
            case Outcome.Reading reading ->
                assertThat(reading.values()).containsKeys(telling().toArray(String[]::new));
            case Outcome.LogLines lines -> assertThat(lines.lines()).isNotNull();
            case Outcome.Unobservable blind -> throw new AssertionError(blind);
            case Outcome.Ping ping -> throw new AssertionError(ping);
        }
    }
}
