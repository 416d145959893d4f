package dev.migrationtower.dashboard.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.dashboard.Http;
import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.View;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Browsers that do not read, at the other end of a real socket. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class SlowBrowserIT {
    private static final int EVENTS = 500;
    private static final String LONG_WORDS = "slow ".repeat(6000);

    @TestHTTPResource("/")
    URI base;

    @Inject
    Runs runs;

    private final Night night = new Night("night-" + UUID.randomUUID());

    @BeforeEach
    void aRun() {
        try (Writer writer = new Writer()) {
            writer.write(night.loaded(1, null));
        }
        await().until(() -> runs.find(night.run()).isPresent());
    }

    @Test
    void itGetsAFreshSnapshotInsteadOfWhatItCouldNotTake() throws Exception {
        try (Socket socket = open()) {
            flood();
            BufferedReader lines = lines(socket);
            long told = 0;
            boolean snapshot = false;
            while (told < EVENTS) {
                String line = lines.readLine();
                assertThat(line).as("the link after revision %s", told).isNotNull();
                if (line.startsWith("id: ")) {
                    long revision = Long.parseLong(line.substring(4));
                    boolean fresh = lines.readLine().equals("event: snapshot");
                    assertThat(fresh || revision == told + 1)
                            .as("%s after %s", revision, told)
                            .isTrue();
                    snapshot |= fresh && told > 0;
                    told = revision;
                }
            }
            assertThat(snapshot).isTrue();
        }
    }

    @Test
    void oneThatReadsNothingForFiveSecondsIsClosed() throws Exception {
        try (Socket socket = open()) {
            await().untilAsserted(() -> assertThat(clients()).isPositive());
            flood();
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(clients()).isZero());
        }
    }

    private void flood() {
        try (Writer writer = new Writer()) {
            writer.writeAll(LongStream.rangeClosed(2, EVENTS).mapToObj(this::longComment));
        }
        await().until(() -> runs.find(night.run()).orElseThrow().revision() == EVENTS);
    }

    private Event longComment(long revision) {
        Event small = night.comment(revision, null);
        return new Event(
                small.run(),
                revision,
                small.type(),
                small.at(),
                small.subject(),
                small.reason(),
                null,
                null,
                null,
                null,
                new View.Note(LONG_WORDS));
    }

    private Socket open() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        socket.getOutputStream()
                .write(("GET /api/v1/runs/" + night.run() + "/stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private double clients() throws Exception {
        return Http.get(base + "q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("tower_sse_clients "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }
}
