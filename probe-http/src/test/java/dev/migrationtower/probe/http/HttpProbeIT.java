package dev.migrationtower.probe.http;

import static dev.migrationtower.probe.runtime.kit.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Contract;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers, the well-behaved and the other kind. */
class HttpProbeIT {
    private static Vertx vertx;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void anApplicationInMaintenanceIsSeen() throws Exception {
        int port = http(request -> request.response().setStatusCode(503).end("maintenance"));

        Look look = look(Map.of("url", "http://127.0.0.1:" + port + "/"));

        Map<String, Object> values = Contract.reading("http", look);
        assertThat(values)
                .containsEntry("reachable", true)
                .containsEntry("status", 503)
                .containsEntry("text", "maintenance");
        assertThat(Duration.parse((String) values.get("latency")))
                .isBetween(Duration.ofNanos(1), Duration.ofSeconds(5));
        assertThat(look.evidence().text()).isEqualTo("HTTP/1.1 503 Service Unavailable");
    }

    @Test
    void methodAndHeadersAreSentAndAJsonBodyIsRead() throws Exception {
        int port = http(request -> request.response()
                .putHeader("content-type", "application/json")
                .end("{\"method\": \"" + request.method() + "\", \"agent\": \"" + request.getHeader("user-agent")
                        + "\", \"authorized\": " + "Bearer s3cret".equals(request.getHeader("authorization")) + "}"));

        Map<String, Object> values = Contract.reading(
                "http",
                look(Map.of(
                        "url",
                        "http://localhost:" + port + "/api",
                        "method",
                        "POST",
                        "headers",
                        Map.of("Authorization", "Bearer ${TOKEN}"))));

        assertThat(values)
                .containsEntry(
                        "body", Map.of("method", "POST", "agent", "migration-tower-probe-http", "authorized", true));
    }

    @Test
    void aRedirectIsTheAnswerUnlessItIsToBeFollowed() throws Exception {
        int port = http(request -> {
            if (request.path().equals("/")) {
                request.response()
                        .setStatusCode(302)
                        .putHeader("location", "/login")
                        .end();
            } else {
                request.response().end(request.path());
            }
        });
        String url = "http://127.0.0.1:" + port + "/";

        assertThat(Contract.reading("http", look(Map.of("url", url))))
                .containsEntry("status", 302)
                .containsEntry("location", "/login");
        assertThat(Contract.reading("http", look(Map.of("url", url, "followRedirects", true))))
                .containsEntry("status", 200)
                .containsEntry("text", "/login");
    }

    @Test
    void aRedirectInACircleEndsAsARedirect() throws Exception {
        int port = http(request ->
                request.response().setStatusCode(302).putHeader("location", "/").end());

        assertThat(Contract.reading(
                        "http", look(Map.of("url", "http://127.0.0.1:" + port + "/", "followRedirects", true))))
                .containsEntry("status", 302);
    }

    @Test
    void aLargeBodyIsCut() throws Exception {
        int port = http(request -> request.response().end("x".repeat(CappedBody.KEPT + 1)));

        Look look = look(Map.of("url", "http://127.0.0.1:" + port + "/"));

        assertThat(Contract.reading("http", look)).containsEntry("status", 200);
        assertThat(look.evidence().text()).contains("cut");
    }

    @Test
    void aBodyThatNeverEndsIsNamed() throws Exception {
        int drip = http(request -> request.response().setChunked(true).write("still coming"));
        int flood = http(request -> {
            request.response().setChunked(true);
            pour(request);
        });

        assertFailure("endless-body", look(Map.of("url", "http://127.0.0.1:" + drip + "/", "timeout", "300ms")));
        assertFailure("endless-body", look(Map.of("url", "http://127.0.0.1:" + flood + "/")));
    }

    @Test
    void aServerThatNeverAnswersIsATimeout() throws Exception {
        int port = tcp(connection -> {});

        assertFailure("timeout", look(Map.of("url", "http://127.0.0.1:" + port + "/", "timeout", "300ms")));
    }

    @Test
    void aServerThatHangsUpIsClosed() throws Exception {
        int port = tcp(connection -> connection.handler(request -> connection.close()));

        assertFailure("closed", look(Map.of("url", "http://127.0.0.1:" + port + "/")));
    }

    @Test
    void aServerThatSpeaksSomethingElseIsClosed() throws Exception {
        int port = tcp(
                connection -> connection.handler(request -> connection.end(Buffer.buffer("220 mail ready\r\n\r\n"))));

        assertFailure("closed", look(Map.of("url", "http://127.0.0.1:" + port + "/")));
    }

    @Test
    void aPortWhereNobodyListensIsRefused() throws Exception {
        assertFailure("refused", look(Map.of("url", "http://127.0.0.1:" + unusedPort() + "/")));
    }

    @Test
    void aNameWithoutAddressIsDns() throws Exception {
        assertFailure("dns", look(Map.of("url", "http://no-such-host.invalid/")));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsTlsUnlessAnyIsTrusted() throws Exception {
        int port = https(request -> request.response().end("hello"));
        String url = "https://localhost:" + port + "/";

        assertFailure("tls", look(Map.of("url", url)));
        Map<String, Object> trusting = Contract.reading("http", look(Map.of("url", url, "trust", "any")));
        assertThat(trusting).containsEntry("status", 200);
        assertThat(Duration.parse((String) trusting.get("tlsExpiresIn"))).isPositive();
    }

    @Test
    void aServerWithoutTlsIsTls() throws Exception {
        int port = http(request -> request.response().end("hello"));

        assertFailure("tls", look(Map.of("url", "https://localhost:" + port + "/")));
    }

    @Test
    void aHangingServerDoesNotHoldUpOthersNorOtherLooksAtItself() throws Exception {
        int hanging = tcp(connection -> {});
        HttpProbe probe = probe(List.of());
        for (int i = 0; i < 50; i++) {
            probe.observe(check("http", Map.of("url", "http://127.0.0.1:" + hanging + "/", "timeout", "5s")));
        }
        int well = http(request -> request.response().end());

        assertThat(Contract.reading(
                        "http", look(probe, Map.of("url", "http://127.0.0.1:" + well + "/", "timeout", "2s"))))
                .containsEntry("status", 200);
        assertFailure("timeout", look(probe, Map.of("url", "http://127.0.0.1:" + hanging + "/", "timeout", "200ms")));
    }

    @Test
    void whenNoGuardCanBeReachedItIsTheProbeThatIsOffline() throws Exception {
        HttpProbe probe = probe(List.of("127.0.0.1:" + unusedPort()));

        Look look = look(probe, Map.of("url", "http://127.0.0.1:" + unusedPort() + "/"));

        assertThat(Contract.unobservable(look).cause()).isEqualTo("probe-offline");
    }

    @Test
    void whenAGuardCanBeReachedItIsTheTargetThatIsDown() throws Exception {
        HttpProbe probe = probe(List.of("127.0.0.1:" + unusedPort(), "127.0.0.1:" + tcp(connection -> {})));

        assertFailure("refused", look(probe, Map.of("url", "http://127.0.0.1:" + unusedPort() + "/")));
    }

    private static void assertFailure(String word, Look look) {
        assertThat(Contract.reading("http", look))
                .containsOnly(Map.entry("reachable", false), Map.entry("failure", word));
        assertThat(look.evidence().text()).contains(word);
    }

    private static Look look(Map<String, Object> settings) throws Exception {
        return look(probe(List.of()), settings);
    }

    private static Look look(HttpProbe probe, Map<String, Object> settings) throws Exception {
        return probe.observe(check("http", new TreeMap<>(settings)))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private static HttpProbe probe(List<String> guards) {
        return new HttpProbe(
                new HttpApi(vertx), new Guards(vertx, guards), Map.of("TOKEN", "s3cret")::get, Clock.systemUTC());
    }

    private static int http(Handler<HttpServerRequest> handler) throws Exception {
        return serve(new HttpServerOptions(), handler);
    }

    private static int https(Handler<HttpServerRequest> handler) throws Exception {
        Path store = folder.resolve("server.p12");
        if (Files.notExists(store)) {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-alias",
                            "server",
                            "-dname",
                            "CN=localhost",
                            "-validity",
                            "10",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            "changeit",
                            "-keystore",
                            store.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(keytool.waitFor())
                    .as(new String(keytool.getInputStream().readAllBytes()))
                    .isZero();
        }
        PfxOptions certificate = new PfxOptions().setPath(store.toString()).setPassword("changeit");
        return serve(new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate), handler);
    }

    private static int serve(HttpServerOptions options, Handler<HttpServerRequest> handler) throws Exception {
        return vertx.createHttpServer(options)
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    private static int tcp(Handler<NetSocket> handler) throws Exception {
        return vertx.createNetServer()
                .connectHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    private static void pour(HttpServerRequest request) {
        request.response().write("x".repeat(65_536)).onSuccess(written -> pour(request));
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
