package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aBusyPortIsNamedWithTheFlagThatChangesIt() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.require(busy.getLocalPort(), "the page", "--port"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + busy.getLocalPort())
                    .hasMessageContaining("the page")
                    .hasMessageEndingWith("--port <port>");
        }
    }

    @Test
    void aFreePortIsTaken() {
        int port = Ports.free();

        assertThat(Ports.require(port, "the page", "--port")).isEqualTo(port);
    }
}
