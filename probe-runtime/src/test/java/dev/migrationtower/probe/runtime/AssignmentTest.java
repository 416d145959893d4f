package dev.migrationtower.probe.runtime;

import static dev.migrationtower.probe.runtime.kit.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {
    private static final CheckSpec ORGA = check("orga", "http", Map.of("url", "http://a/"));
    private static final CheckSpec CERTIF = check("certif", "http", Map.of("url", "http://a/"));

    private final List<CheckSpec> watched = new ArrayList<>();
    private final List<CheckKey> forgotten = new ArrayList<>();
    private final Assignment assignment = new Assignment("http", watched::add, forgotten::add);

    @Test
    void aCheckOfOurKindIsWatched() throws Exception {
        read(ORGA);

        assertThat(watched).containsExactly(ORGA);
    }

    @Test
    void aCheckOfAnotherKindIsNot() throws Exception {
        read(check("orga", "postgres", Map.of()));

        assertThat(watched).isEmpty();
        assertThat(forgotten).isEmpty();
    }

    @Test
    void aTombstoneEndsACheck() throws Exception {
        read(ORGA);
        assignment.read(0, bytes(ORGA.key().toString()), null);

        assertThat(forgotten).containsExactly(ORGA.key());
    }

    @Test
    void aCheckThatBecomesAnotherProbesIsForgotten() throws Exception {
        read(ORGA);
        read(check("orga", "postgres", Map.of()));

        assertThat(forgotten).containsExactly(ORGA.key());
    }

    @Test
    void aLostPartitionTakesItsChecksAlongAndNoOthers() throws Exception {
        read(ORGA);
        assignment.read(1, bytes(CERTIF.key().toString()), Json.write(CERTIF));

        assignment.lose(1);
        assertThat(forgotten).containsExactly(CERTIF.key());
        assignment.loseAll();
        assertThat(forgotten).containsExactly(CERTIF.key(), ORGA.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[1]", "{\"run\": \"night-1\"}"})
    void whatIsNoCheckIsUnreadable(String value) {
        assertThatThrownBy(() -> assignment.read(0, bytes("night-1/app/orga"), bytes(value)))
                .isInstanceOf(UnreadableException.class);
        assertThat(watched).isEmpty();
    }

    @Test
    void aKeyThatIsNoneIsUnreadable() {
        assertThatThrownBy(() -> assignment.read(0, bytes("a b"), Json.write(ORGA)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("key");
        assertThatThrownBy(() -> assignment.read(0, null, Json.write(ORGA))).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aKeyThatSaysSomethingElseThanTheValueIsUnreadable() {
        assertThatThrownBy(() -> assignment.read(0, bytes("night-1/app/certif"), Json.write(ORGA)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("night-1/app/certif")
                .hasMessageContaining("night-1/app/orga");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void anIntervalThatNeverEndsOrBeginsIsUnreadable(String interval) {
        String value = new String(Json.write(ORGA), StandardCharsets.UTF_8).replace("PT1S", interval);

        assertThatThrownBy(() -> assignment.read(0, bytes("night-1/app/orga"), bytes(value)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("interval");
    }

    private void read(CheckSpec check) throws UnreadableException {
        assignment.read(0, bytes(check.key().toString()), Json.write(check));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
