package dev.migrationtower.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
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
import java.util.ArrayList;
import java.util.List;
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
    private static Estate estate;
    private static EstateServer server;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        estate = Estate.open(folder.resolve("postgres"), freePort(), 20_000);
        server = EstateServer.start(estate, 0);
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
        estate.close();
    }

    @Test
    @Order(1)
    void everythingIsOpenAndBusy() throws Exception {
        assertThat(get("/app").body()).contains("Pix App");
        assertThat(get("/orga").statusCode()).isEqualTo(200);
        assertThat(others()).isEqualTo(Estate.SESSIONS);
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
        assertThat(control("certif", false).statusCode()).isEqualTo(200);
        assertThat(get("/certif").statusCode()).isEqualTo(503);

        control("certif", true);
        assertThat(get("/certif").statusCode()).isEqualTo(200);
        assertThat(control("nobody", true).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void sessionsGoOneByOne() throws Exception {
        estate.sessions().closeOne();
        await().untilAsserted(() -> assertThat(others()).isEqualTo(Estate.SESSIONS - 1));

        while (estate.sessions().count() > 0) {
            estate.sessions().closeOne();
        }
        await().untilAsserted(() -> assertThat(others()).isZero());
    }

    @Test
    @Order(4)
    void theScriptTurnsIdsIntoBigint() throws Exception {
        List<String> said = new ArrayList<>();

        new MigrationScript(estate.database(), new Pace(1000), said::add).run();

        assertThat(
                        type(
                                "SELECT data_type FROM information_schema.columns WHERE table_name = 'answers' AND column_name = 'id'"))
                .isEqualTo("bigint");
        assertThat(type("SELECT data_type FROM information_schema.columns WHERE column_name = 'answerId'"))
                .isEqualTo("bigint");
        assertThat(type("SELECT data_type::text FROM pg_sequences WHERE sequencename = 'answers_id_seq'"))
                .isEqualTo("bigint");
        assertThat(said)
                .hasSize(6)
                .first()
                .isEqualTo("Altering knowledge-elements.answerId type to BIGINT - In progress");
        assertThat(said.getLast()).startsWith("Altering answers_id_seq type to BIGINT - Done");
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
        try (Connection migration = estate.database().connect("migration", "migration", "")) {
            migration.setAutoCommit(false);
            migration.createStatement().execute("LOCK TABLE answers IN ACCESS EXCLUSIVE MODE");

            assertThatThrownBy(() -> new SmokeTest(estate.database()).run())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("lock timeout");
        }
    }

    /** Sessions of the applications, as the probe's role sees them. */
    private static int others() throws SQLException {
        return Integer.parseInt(type("SELECT count(*)::text FROM pg_stat_activity WHERE usename = 'pix'"));
    }

    private static String type(String query) throws SQLException {
        try (Connection tower = estate.database().connect("tower", "test", "");
                Connection owner = estate.database().connect("migration", "test", "");
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

    private static HttpResponse<String> control(String application, boolean open) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(address("/control/applications/" + application))
                        .PUT(BodyPublishers.ofString("{\"open\": " + open + "}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
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
