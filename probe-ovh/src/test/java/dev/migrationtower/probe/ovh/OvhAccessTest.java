package dev.migrationtower.probe.ovh;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.probe.runtime.kit.Bench;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OvhAccessTest {
    @Test
    void anAccountWithHalfOfItsKeysStopsTheStartAndNamesThem() {
        assertRefused(
                Map.of("TOWER_OVH_ACCOUNTS_PIX_APPLICATION_KEY", "k"),
                "tower.ovh.accounts.pix has only some of application-key, application-secret and consumer-key");
    }

    @Test
    void anAccountIsOneOrTheOther() {
        assertRefused(Map.of("TOWER_OVH_ACCOUNTS_PIX_API_URL", "http://localhost"), "needs either application-key");
        assertRefused(
                Map.of(
                        "TOWER_OVH_ACCOUNTS_PIX_APPLICATION_KEY", "k",
                        "TOWER_OVH_ACCOUNTS_PIX_APPLICATION_SECRET", "s",
                        "TOWER_OVH_ACCOUNTS_PIX_CONSUMER_KEY", "c",
                        "TOWER_OVH_ACCOUNTS_PIX_CLIENT_ID", "i",
                        "TOWER_OVH_ACCOUNTS_PIX_CLIENT_SECRET", "s"),
                "and has both");
    }

    private static void assertRefused(Map<String, String> environment, String words) {
        OvhConfig.Account account =
                Bench.config(OvhConfig.class, environment).accounts().get("pix");
        assertThatThrownBy(() -> OvhAccess.signs("tower.ovh.accounts.pix", account))
                .hasMessageContaining(words);
    }
}
