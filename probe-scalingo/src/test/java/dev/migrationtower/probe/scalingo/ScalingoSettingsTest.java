package dev.migrationtower.probe.scalingo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.probe.runtime.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalingoSettingsTest {
    @Test
    void whatIsNotSaidIsTheDefaultAccountAndTheFirstRegion() {
        ScalingoSettings settings = ScalingoSettings.of(new Settings(Map.of("app", "pix-api")));

        assertThat(settings.account()).isEqualTo("default");
        assertThat(settings.region()).isEqualTo("osc-fr1");
        assertThat(settings.addon()).isEmpty();
    }

    @Test
    void aRegionOrAnAddonThatIsNoneIsNamed() {
        assertThatThrownBy(() -> ScalingoSettings.of(new Settings(Map.of("app", "a", "region", "osc-us1"))))
                .hasMessageContaining("\"region\" is \"osc-us1\"");
        assertThatThrownBy(() -> ScalingoSettings.of(new Settings(Map.of("app", "a", "addon", "redis"))))
                .hasMessageContaining("\"addon\" is \"redis\"");
    }

    @Test
    void anAppCannotLeadToAnotherAddress() {
        assertThatThrownBy(() -> ScalingoSettings.of(new Settings(Map.of("app", "../../users"))))
                .hasMessageContaining("\"app\"");
    }
}
