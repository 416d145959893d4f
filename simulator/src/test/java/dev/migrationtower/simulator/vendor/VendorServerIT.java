package dev.migrationtower.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every fault over real HTTP; what probes make of them is theirs to try. */
class VendorServerIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String USUAL =
            "{\"count\":2,\"next\":\"more\",\"results\":[{\"name\":\"app\",\"status\":\"AV\"},{\"name\":\"api\",\"status\":\"PS\"}]}";
    private static Vertx vertx;

    private VendorServer vendor;

    private record Parrot() implements Voice {
        @Override
        public Reply answer(Asked asked) {
            return asked.path().equals("GET /broken") ? fail() : Reply.json(USUAL);
        }

        @Override
        public Reply stranger() {
            return error(401, "who are you?");
        }

        @Override
        public Reply error(int status, String words) {
            return Reply.of(status, Map.of("error", words));
        }

        private static Reply fail() {
            throw new IllegalStateException("on purpose");
        }
    }

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @BeforeEach
    void open() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2022-07-03T20:44:00Z"), ZoneOffset.UTC);
        vendor = VendorServer.start(vertx, 0, clock, new Parrot());
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void withoutAFaultItSpeaksByItsOwnClock() throws Exception {
        HttpResponse<String> told = get("/checks?page=1");

        assertThat(told.body()).isEqualTo(USUAL);
        assertThat(told.headers().firstValue("Date")).contains("Sun, 03 Jul 2022 20:44:00 GMT");
        assertThat(vendor.times("GET /checks?page=1")).isEqualTo(1);
        assertThat(vendor.asked().getFirst().parameter("page")).contains("1");
    }

    @Test
    void aFaultComesToWhatHasThisPartAndGoesAgain() throws Exception {
        vendor.in(Fault.NOT_FOUND, "page=2");
        assertThat(get("/checks?page=1").statusCode()).isEqualTo(200);
        assertThat(get("/checks?page=2").statusCode()).isEqualTo(404);

        vendor.in(Fault.NONE, "");
        assertThat(get("/checks?page=2").statusCode()).isEqualTo(200);
    }

    @Test
    void refusalsAreInTheVendorsWords() throws Exception {
        assertThat(told(Fault.STRANGERS).body()).isEqualTo("{\"error\":\"who are you?\"}");
        assertThat(told(Fault.FORBIDDEN).statusCode()).isEqualTo(403);
        assertThat(told(Fault.THROTTLED_FOR_A_SECOND).headers().firstValue("Retry-After"))
                .contains("1");
        assertThat(told(Fault.THROTTLED).headers().firstValue("Retry-After")).isEmpty();
        assertThat(told(Fault.BROKEN).statusCode()).isEqualTo(500);
        assertThat(told(Fault.HTML).body()).startsWith("<html>");
    }

    @Test
    void documentsAreAlmostRight() throws Exception {
        assertThat(told(Fault.TRUNCATED).body()).isEqualTo(USUAL.substring(0, USUAL.length() / 2));
        assertThat(told(Fault.EMPTY).body()).isEqualTo("{\"count\":0,\"next\":null,\"results\":[]}");
        vendor.in(Fault.ABSENT, "", "status");
        assertThat(get("/checks").body()).contains("{\"name\":\"app\"}", "{\"name\":\"api\"}");
        vendor.in(Fault.RETYPED, "", "status");
        assertThat(get("/checks").body()).contains("\"status\":7");
        vendor.in(Fault.RETYPED, "", "count");
        assertThat(get("/checks").body()).contains("\"count\":\"2\"");
        vendor.in(Fault.UNHEARD_OF, "", "status");
        assertThat(get("/checks").body()).contains("\"status\":\"hibernating\"");
    }

    @Test
    void anAnswerMayBreakBeEndlessOrNotCome() throws Exception {
        assertThatThrownBy(() -> told(Fault.RESET)).isInstanceOf(IOException.class);
        assertThat(told(Fault.HUGE).body().length()).isGreaterThan(50 * 1024 * 1024);
        assertThatThrownBy(() -> told(Fault.SILENT)).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void itsClockMayBeTenMinutesAhead() throws Exception {
        assertThat(told(Fault.CLOCK_OFF).headers().firstValue("Date")).contains("Sun, 03 Jul 2022 20:54:00 GMT");
    }

    @Test
    void aVoiceThatFailsSaysSo() throws Exception {
        assertThat(get("/broken").body()).contains("the simulator is at fault", "on purpose");
    }

    private HttpResponse<String> told(Fault fault) throws Exception {
        vendor.in(fault, "");
        return get("/checks");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(vendor.url() + path))
                        .timeout(Duration.ofSeconds(3))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
