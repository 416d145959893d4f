package dev.migrationtower.probe.ovh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.probe.runtime.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OvhSettingsTest {
    @Test
    void whatIsNotSaidIsTheDefaultAccountAndNothing() {
        OvhSettings settings = of(Map.of("project", "abc123", "instances", List.of("etl-1")));

        assertThat(settings).isEqualTo(new OvhSettings("default", "abc123", List.of("etl-1"), List.of(), List.of()));
    }

    @Test
    void somethingMustBeLookedAt() {
        assertThatThrownBy(() -> of(Map.of("project", "abc123"))).hasMessageContaining("name at least one");
    }

    @Test
    void instancesAndNodePoolsNeedAProjectAndServersNeedNone() {
        assertThatThrownBy(() -> of(Map.of("instances", List.of("etl-1"))))
                .hasMessageContaining("\"project\" is missing");
        assertThatThrownBy(() -> of(Map.of("nodePools", List.of("c/p"))))
                .hasMessageContaining("\"project\" is missing");
        assertThat(of(Map.of("servers", List.of("ns1.example.net"))).project()).isEmpty();
    }

    @Test
    void aDatabaseIsRefusedWithWhatToCheckInstead() {
        assertThatThrownBy(() -> of(Map.of("project", "abc123", "databases", List.of("pg-1"))))
                .hasMessageContaining("no stopped state")
                .hasMessageContaining("probe postgres");
    }

    @Test
    void noNameCanLeadToAnotherAddress() {
        assertThatThrownBy(() -> of(Map.of("servers", List.of("../me")))).hasMessageContaining("\"servers\"");
        assertThatThrownBy(() -> of(Map.of("project", "a/b", "instances", List.of("x"))))
                .hasMessageContaining("\"project\"");
        assertThatThrownBy(() -> of(Map.of("project", "a", "nodePools", List.of("a/b/c"))))
                .hasMessageContaining("must be cluster/pool");
    }

    private static OvhSettings of(Map<String, Object> settings) {
        return OvhSettings.of(new Settings(settings));
    }
}
