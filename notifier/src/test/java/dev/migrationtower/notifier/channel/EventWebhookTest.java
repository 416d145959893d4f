package dev.migrationtower.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventWebhookTest {
    @Test
    void anAttributeIsAHeaderWhateverStandsInIt() {
        assertThat(EventWebhook.ascii("check/app/orga")).isEqualTo("check/app/orga");
        // the example of CloudEvents' HTTP binding, 3.1.3.2
        assertThat(EventWebhook.ascii("Euro \u20AC \uD83D\uDE00")).isEqualTo("Euro%20%E2%82%AC%20%F0%9F%98%80");
        assertThat(EventWebhook.ascii("a\r\nHost: b")).isEqualTo("a%0D%0AHost:%20b");
        assertThat(EventWebhook.ascii("100 % \"sure\"")).isEqualTo("100%20%25%20%22sure%22");
    }
}
