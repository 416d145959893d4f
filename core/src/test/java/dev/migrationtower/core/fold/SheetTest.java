package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.GateResult;
import org.junit.jupiter.api.Test;

/** Trees of criteria. */
class SheetTest {
    private static Night night(String require) {
        return Night.of(Night.PLAN.replace(
                        "{require: [{check: app, is: closed}], hold: {until: reopen}}",
                        "{require: [" + require + "], sustain: 1s}"))
                .tell(new Action.Start());
    }

    private static GateResult result(Night night) {
        return night.phase("close").gate().result();
    }

    @Test
    void ofAnyOneIsEnough() {
        Night night = night("{any: [{check: app, is: closed}, {check: db, is: drained}]}");

        assertThat(result(night)).isEqualTo(GateResult.INCONCLUSIVE);
        night.sees("db", "db", "sessions", 0).after(1);
        assertThat(night.phase("drain").startedAt()).isNotNull();
    }

    @Test
    void anyIsNotMetOnlyWhenNoneCanBe() {
        Night night = night("{any: [{check: app, is: closed}, {check: db, is: drained}]}");

        night.sees("db", "db", "sessions", 7);
        assertThat(result(night)).isEqualTo(GateResult.INCONCLUSIVE);
        night.sees("app", "one", "status", 200);
        assertThat(result(night)).isEqualTo(GateResult.NO_GO);
    }

    @Test
    void ofSeveralSoManyAreEnough() {
        Night night = night(
                "{atLeast: 2, of: [{check: app, is: closed}, {check: db, is: drained}, {check: db, is: normal}]}");

        night.sees("db", "db", "sessions", 0).sees("app", "one", "status", 503);
        assertThat(result(night)).isEqualTo(GateResult.INCONCLUSIVE);
        night.sees("app", "two", "status", 503).after(1);
        assertThat(night.phase("drain").startedAt()).isNotNull();
    }

    @Test
    void aCheckUnderAnyIsMetByAllItsItems() {
        Night night = night("{any: [{check: app, is: closed}, {check: db, is: normal}]}");

        night.sees("db", "db", "sessions", 0).sees("app", "one", "status", 503).sees("app", "two", "status", 200);

        assertThat(result(night)).isEqualTo(GateResult.NO_GO);
        assertThat(night.phase("close").gate().notMet()).isEqualTo(1);
    }

    @Test
    void whatIsOnlyAWarningDoesNotGate() {
        Night night = Night.of(Night.PLAN
                        .replace("states: {drained", "severity: warn\n    states: {drained")
                        .replace(
                                "{require: [{check: app, is: closed}]",
                                "{require: [{check: app, is: closed}, {check: db, is: drained}]")
                        .replace("{check: db, is: drained}]\n", "{check: app, is: closed}]\n")
                        .replace("expecting: migrating", "expecting: closed"))
                .tell(new Action.Start());

        night.sees("db", "db", "sessions", 9)
                .sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503)
                .after(2);

        assertThat(night.phase("drain").startedAt()).isNotNull();
        assertThat(night.phase("close").gate().met()).isEqualTo(2);
    }
}
