package dev.migrationtower.probe.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.probe.postgres.kit.Instance;
import dev.migrationtower.probe.postgres.kit.Relay;
import dev.migrationtower.probe.postgres.kit.Servers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a night throws at a probe: each is named in words, and over when its cause is, without a restart. */
class HostileIT {
    private static final int SLOTS = 12;
    private static EmbeddedPostgres small;
    private static Instance server;

    /** Few slots, long query texts, a password for one, TLS for another, a quoted name. */
    @BeforeAll
    static void start() throws Exception {
        small = Servers.own(18)
                .setServerConfig("max_connections", Integer.toString(SLOTS))
                .setServerConfig("superuser_reserved_connections", "1")
                .setServerConfig("track_activity_query_size", "1048576")
                .setDataDirectoryCustomizer(HostileIT::rules)
                .start();
        server = new Instance(18, small.getPort());
        server.run(
                "postgres",
                "create role tower login",
                "grant pg_monitor to tower",
                "create role secured login password 'right'",
                "grant pg_monitor to secured",
                "create role wrapped login",
                "create role guest login",
                "create database \"it's \"\"quoted\"\"; drop\"");
    }

    private static void rules(java.io.File data) {
        Path rules = data.toPath().resolve("pg_hba.conf");
        try {
            String before = Files.readString(rules);
            Files.writeString(
                    rules,
                    "host all secured all scram-sha-256\nhostssl all wrapped all trust\nhost all wrapped all reject\n"
                            + before,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        small.close();
    }

    @Test
    void aDatabaseNameWithQuotesIsANameLikeAnyOther() throws Exception {
        String name = "it's \"quoted\"; drop";

        assertThat(Eye.at(server.url("it's%20%22quoted%22;%20drop")).values(Map.of()))
                .containsEntry("sessions", 0);
        assertThat(Eye.at(server.url("postgres")).values(Map.of("database", name)))
                .containsEntry("logins", "open");
    }

    @Test
    void aQueryOfAMegabyteWithControlCharactersIsAFewPlainWords() throws Exception {
        String megabyte = "select /* \u0007\u001b[31m\u202e */ " + "1 + ".repeat(260_000) + "1";
        try (Connection guest = server.connect("postgres", "guest", "guest");
                Statement statement = guest.createStatement()) {
            assertThat(megabyte.length()).isGreaterThan(1_000_000);
            assertThat(refused(statement, megabyte))
                    .as("too deep for the parser, and shown nevertheless")
                    .isTrue();

            String who =
                    Eye.at(server.url("postgres")).values(Map.of()).get("who").toString();
            assertThat(who).contains("select /* [31m */ 1 + 1").doesNotContain("\u001b", "\u0007", "\u202e");
            assertThat(who.length()).isLessThan(2_000);
        }
    }

    private static boolean refused(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    @Test
    void aServerThatStopsAnsweringAfterTheHandShakeIsATimeOut() throws Exception {
        try (Relay relay = new Relay(small.getPort(), UnaryOperator.identity())) {
            Eye eye = Eye.at(address(relay.port()));
            assertThat(eye.values(Map.of())).containsKey("sessions");

            relay.mute(true);
            assertThat(eye.cause(Map.of())).isEqualTo("timeout");

            relay.mute(false);
            assertThat(eye.values(Map.of())).containsKey("sessions");
        }
    }

    @Test
    void aServerThatNeverSaysAWordIsATimeOut() throws Exception {
        List<Socket> held = new ArrayList<>();
        try (ServerSocket silent = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> hold(silent, held));

            assertThat(Eye.at(address(silent.getLocalPort())).cause(Map.of())).isEqualTo("timeout");
        }
        for (Socket socket : held) {
            socket.close();
        }
    }

    private static void hold(ServerSocket silent, List<Socket> held) {
        try {
            while (true) {
                held.add(silent.accept());
            }
        } catch (IOException closed) {
            assertThat(silent.isClosed()).isTrue();
        }
    }

    @Test
    void aServerThatWantsTlsAndOneThatHasNoneAreNamed() throws Exception {
        assertThat(Eye.at(server.url("postgres") + "?sslmode=disable", "wrapped", "")
                        .cause(Map.of()))
                .isEqualTo("tls");
        assertThat(Eye.at(server.url("postgres") + "?sslmode=require").cause(Map.of()))
                .isEqualTo("tls");
    }

    @Test
    void aWrongPasswordIsNamedAndNotShown() throws Exception {
        Eye eye = Eye.at(server.url("postgres"), "secured", "wr0ng");

        assertThat(eye.cause(Map.of())).isEqualTo("auth");
        assertThat(eye.message(Map.of())).contains("password").doesNotContain("wr0ng");
        assertThat(Eye.at(server.url("postgres"), "secured", "right").values(Map.of()))
                .containsKey("sessions");
    }

    @Test
    void noConnectionSlotLeftIsNewsAndOverWhenOneIsFree() throws Exception {
        Eye eye = Eye.at(server.url("postgres"));
        List<Connection> crowd = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> !admitted(crowd));

        assertThat(eye.cause(Map.of())).isEqualTo("too-many-connections");
        assertThat(eye.message(Map.of())).contains("Cannot see: no connection slot left");

        for (Connection guest : crowd) {
            guest.close();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(eye.values(Map.of())).containsKey("sessions"));
    }

    private static boolean admitted(List<Connection> crowd) {
        try {
            crowd.add(server.connect("postgres", "guest", "crowd"));
            return true;
        } catch (SQLException full) {
            return false;
        }
    }

    @Test
    void aFailoverToAnotherServerIsToldAndGoesOn() throws Exception {
        try (Relay relay = new Relay(small.getPort(), UnaryOperator.identity())) {
            Servers.of(17).database("failover");
            Eye eye = Eye.at(address(relay.port()));
            assertThat(eye.values(Map.of()).get("server").toString()).contains("moved=false", "version=18");

            relay.lead(Servers.of(17).port());

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(eye.values(Map.of()).get("server").toString())
                                    .contains("moved=true", "version=17"));
            assertThat(eye.words(Map.of())).contains("another server than at first answers", "at first 127.0.0.1");
        }
    }

    @Test
    void aPoolerInFrontIsNamedAndNothingIsAskedThroughIt() throws Exception {
        try (Relay pooler = new Relay(small.getPort(), HostileIT::anotherPid)) {
            Eye eye = Eye.at(address(pooler.port()));
            assertThat(eye.cause(Map.of())).isEqualTo("pooler");
            assertThat(eye.causeFollowing()).isEqualTo("pooler");
        }
    }

    @Test
    void aStandbyIsNoPrimaryAndAPrimaryNoStandby() throws Exception {
        try (EmbeddedPostgres standby =
                Servers.own(17).setDataDirectoryCustomizer(HostileIT::standby).start()) {
            Eye eye = Eye.at(address(standby.getPort()), "postgres", "");

            assertThat(eye.cause(Map.of())).isEqualTo("standby");
            assertThat(eye.causeFollowing())
                    .as("nothing is ever rewritten there")
                    .isEqualTo("standby");
            assertThat(eye.values(Map.of(
                                    "server",
                                    "standby",
                                    "room",
                                    Map.of("tables", List.of("answers")),
                                    "sessions",
                                    true))
                            .get("server")
                            .toString())
                    .contains("standby=true");
        }
        assertThat(Eye.at(server.url("postgres")).cause(Map.of("server", "standby")))
                .isEqualTo("not-a-standby");
    }

    private static void standby(java.io.File data) {
        try {
            Files.createFile(data.toPath().resolve("standby.signal"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whoLocksTheCatalogueAgainstEverybodyIsNamedAsSuchAndOver() throws Exception {
        Eye eye = Eye.at(server.url("postgres"));
        assertThat(eye.values(Map.of())).containsKey("sessions");
        try (Connection vandal = server.connect("postgres", "postgres", "vandal")) {
            vandal.setAutoCommit(false);
            try (Statement statement = vandal.createStatement()) {
                statement.execute("lock table pg_catalog.pg_database in access exclusive mode");
            }
            assertThat(eye.cause(Map.of())).isEqualTo("locked");
            vandal.rollback();
        }
        assertThat(eye.values(Map.of())).containsKey("sessions");
    }

    /** BackendKeyData ('K', length 12, pid, key), as a pooler makes it up. */
    private static byte[] anotherPid(byte[] piece) {
        byte[] mark = {'K', 0, 0, 0, 12};
        int at = new String(piece, StandardCharsets.ISO_8859_1).indexOf(new String(mark, StandardCharsets.ISO_8859_1));
        if (at >= 0) {
            piece[at + 8] ^= 1;
        }
        return piece;
    }

    private static String address(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }
}
