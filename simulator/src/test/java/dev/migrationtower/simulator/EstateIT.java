package dev.migrationtower.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.simulator.estate.Estate;
import dev.migrationtower.simulator.estate.MigrationScript;
import dev.migrationtower.simulator.estate.Monitors;
import dev.migrationtower.simulator.estate.Monitors.Monitor;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.estate.SmokeTest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One night on one estate: what comes later stands on what came before. */
@TestMethodOrder(OrderAnnotation.class)
class EstateIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pace PACE = new Pace(1000);
    private static Estate estate;
    private static Vendors vendors;
    private static EstateServer server;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        estate = Estate.open(folder.resolve("postgres"), freePort(), 20_000, Clock.systemUTC(), PACE);
        vendors = Vendors.start(estate, Map.of(), PACE);
        server = EstateServer.start(estate, new Control(estate, vendors), 0);
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
        vendors.close();
        estate.close();
    }

    @Test
    @Order(1)
    void everythingIsOpenAndBusy() throws Exception {
        assertThat(get("/app").body()).contains("Pix App");
        assertThat(get("/orga").statusCode()).isEqualTo(200);
        assertThat(others()).isEqualTo(estate.sessions()).isEqualTo(18);
    }

    @Test
    @Order(1)
    void anIdBeyondIntDoesNotFit() throws Exception {
        HttpResponse<String> smoke = get("/smoke");

        assertThat(smoke.statusCode()).isEqualTo(500);
        assertThat(smoke.body()).contains("out of range");
    }

    @Test
    @Order(2)
    void aClosedApplicationAnswers503AndComesBack() throws Exception {
        assertThat(control("applications/certif", "{\"open\": false}").statusCode())
                .isEqualTo(200);
        assertThat(get("/certif").statusCode()).isEqualTo(503);

        control("applications/certif", "{\"open\": true}");
        assertThat(get("/certif").statusCode()).isEqualTo(200);
        assertThat(control("applications/nobody", "{\"open\": true}").body()).contains("no application nobody", "orga");
    }

    @Test
    @Order(2)
    void aMonitorOfAClosedApplicationFailsUnlessItIsPaused() throws Exception {
        control("applications/orga", "{\"open\": false}");
        assertThat(estate.monitors().all()).extracting(Monitor::state).contains(Monitors.State.DOWN);

        control("monitors/Pix%20Orga", "{\"paused\": true}");
        assertThat(estate.monitors().all()).extracting(Monitor::state).doesNotContain(Monitors.State.DOWN);
        control("applications/orga", "{\"open\": true}");
    }

    @Test
    @Order(2)
    void aVendorIsBrokenAndMendedOverTheControl() throws Exception {
        URI time = URI.create(vendors.named("ovh").url() + "/1.0/auth/time");
        assertThat(control("vendors/ovh", "{\"fault\": \"broken\", \"where\": \"/auth\"}")
                        .body())
                .contains("\"fault\":\"broken\"");
        assertThat(status(time)).isEqualTo(500);

        control("vendors/ovh", "{\"fault\": \"none\"}");
        assertThat(status(time)).isEqualTo(200);
    }

    @Test
    @Order(2)
    void aWishThatMakesNoSenseIsToldWhatThereIs() throws Exception {
        assertThat(control("vendors/ovh", "{\"fault\": \"sleepy\"}").body()).contains("not-found", "clock-off");
        assertThat(control("vendors/ovh", "{\"fault\": \"absent\"}").body()).contains("needs {\"field\"");
        assertThat(control("vendors/aws", "{\"fault\": \"none\"}").body()).contains("no vendor aws", "scalingo");
        assertThat(control("weather", "{}").body()).contains("no weather", "vendors/<name>");
        assertThat(control("apps/pix-api-production", "{\"web\": -1}").statusCode())
                .isEqualTo(400);
        assertThat(control("apps/pix-api-production", "no JSON").statusCode()).isEqualTo(400);
    }

    @Test
    @Order(2)
    void theDatabasesAreMeasuredIntoTheLogs() {
        await().untilAsserted(() -> assertThat(
                        estate.measurements().of(Estate.DATAWAREHOUSE).bytes())
                .isGreaterThan(1_000_000));
        assertThat(estate.logs().between(Instant.EPOCH, Instant.MAX).values())
                .anySatisfy(line ->
                        assertThat(line.document().path("event").asText()).isEqualTo("db-metrics"));
    }

    @Test
    @Order(3)
    void sessionsGoOneByOne() throws Exception {
        estate.sessions(Estate.API).closeOne();
        await().untilAsserted(() -> assertThat(others()).isEqualTo(17));

        for (String app : List.of(Estate.API, Estate.DATAWAREHOUSE)) {
            while (estate.sessions(app).count() > 0) {
                estate.sessions(app).closeOne();
            }
        }
        await().untilAsserted(() -> assertThat(others()).isZero());
    }

    @Test
    @Order(4)
    void theScriptTurnsIdsIntoBigint() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();

        new MigrationScript(estate.database(Estate.API), PACE, 1, said::add).run();

        assertThat(
                        type(
                                "SELECT data_type FROM information_schema.columns WHERE table_name = 'answers' AND column_name = 'id'"))
                .isEqualTo("bigint");
        assertThat(type("SELECT data_type FROM information_schema.columns WHERE column_name = 'answerId'"))
                .isEqualTo("bigint");
        assertThat(type("SELECT data_type::text FROM pg_sequences WHERE sequencename = 'answers_id_seq'"))
                .isEqualTo("bigint");
        assertThat(said).contains("alive");
        assertThat(said.stream().filter(line -> !line.equals("alive")))
                .hasSize(10)
                .startsWith(
                        "Start script change-answers-id-type-to-bigint-with-downtime.js... ",
                        "Altering knowledge-elements.answerId type to BIGINT - In progress")
                .endsWith("Altering answers_id_seq type to BIGINT - Done", "End script");
    }

    @Test
    @Order(5)
    void anIdBeyondIntFitsAfterwardsAndLeavesNothingBehind() throws Exception {
        JsonNode smoke = Json.mapper().readTree(get("/smoke").body());

        assertThat(smoke.path("id").longValue()).isEqualTo(3_000_000_000L);
        assertThat(type("SELECT count(*)::text FROM answers WHERE id > 2147483647"))
                .isEqualTo("0");
    }

    @Test
    @Order(6)
    void theSmokeTestDoesNotWaitForALockedTable() throws Exception {
        try (Connection migration = estate.database(Estate.API).connect("migration", "migration", "")) {
            migration.setAutoCommit(false);
            migration.createStatement().execute("LOCK TABLE answers IN ACCESS EXCLUSIVE MODE");

            assertThatThrownBy(() -> new SmokeTest(estate.database(Estate.API)).run())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("lock timeout");
        }
    }

    /** Sessions of the applications, as the probe's role sees them. */
    private static int others() throws SQLException {
        return Integer.parseInt(type("SELECT count(*)::text FROM pg_stat_activity WHERE usename = 'pix'"));
    }

    private static String type(String query) throws SQLException {
        try (Connection tower = estate.database(Estate.API).connect("tower", "test", "");
                Connection owner = estate.database(Estate.API).connect("migration", "test", "");
                ResultSet row = (query.contains("pg_stat") ? tower : owner)
                        .createStatement()
                        .executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> control(String what, String wish) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(address("/control/" + what))
                        .PUT(BodyPublishers.ofString(wish))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int status(URI address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
