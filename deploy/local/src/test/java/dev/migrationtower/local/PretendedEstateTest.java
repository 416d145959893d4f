package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PretendedEstateTest {
    private static final Map<String, Integer> PORTS = Map.of("scalingo", 1, "freshping", 2, "datadog", 3, "ovh", 4);

    @Test
    void theProbesOfAllItsVendorsHaveAnAccount() {
        Map<String, String> environment = new PretendedEstate(5432, PORTS, 1).environment();

        assertThat(Arrays.stream(VendorProbe.values()).filter(probe -> probe.hasAnAccount(environment.keySet())))
                .containsExactly(VendorProbe.DATADOG, VendorProbe.FRESHPING, VendorProbe.OVH, VendorProbe.SCALINGO);
        assertThat(environment)
                .containsEntry("TOWER_OVH_ACCOUNTS_DEFAULT_API_URL", "http://127.0.0.1:4/1.0")
                .containsEntry(
                        "TOWER_POSTGRES_DATASOURCES_DATAWAREHOUSE_URL",
                        "jdbc:postgresql://127.0.0.1:5432/datawarehouse");
    }

    @Test
    void budgetsAreSpentAsMuchFasterAsTheNightIsPlayed() {
        assertThat(new PretendedEstate(5432, PORTS, 1).environment())
                .containsEntry("TOWER_DATADOG_REQUESTS", "2700")
                .containsEntry("TOWER_DATADOG_OVERLAP", "PT12S");
        assertThat(new PretendedEstate(5432, PORTS, 4).environment())
                .containsEntry("TOWER_SCALINGO_REQUESTS", "2000")
                .containsEntry("TOWER_DATADOG_OVERLAP", "PT3S");
    }

    @Test
    void theSimulatorIsToldTheSamePorts() {
        assertThat(new PretendedEstate(5432, PORTS, 2).arguments())
                .containsSubsequence("--postgres-port", "5432")
                .containsSubsequence("--vendor", "datadog=3")
                .containsSubsequence("--speed", "2.0");
    }
}
