package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Kafka that lets nobody in without a password, and says nothing in the clear; its certificate is signed by nobody else. */
final class SecuredBroker implements AutoCloseable {
    static final String USER = "tower";
    static final String PASSWORD = "not-so-s3cret";

    private static final String STORE_PASSWORD = "changeit";

    private final Path folder;
    private final int port = LiveTower.freePort();
    private final OwnBroker broker;

    SecuredBroker() throws IOException, InterruptedException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "brokers")), "secured-")
                .toRealPath();
        certificate();
        Path settings = Files.writeString(folder.resolve("server.properties"), settings());
        run(kafka(
                "kafka.tools.StorageTool",
                "format",
                "-t",
                "4L6g3nShT-eMCtK--X86sw",
                "-c",
                settings.toString(),
                "--add-scram",
                "SCRAM-SHA-512=[name=%s,password=%s]".formatted(USER, PASSWORD)));
        broker = OwnBroker.start(kafka("kafka.Kafka", settings.toString()), port, folder.resolve("broker.log"));
    }

    /** What a service must be told to be let in. */
    Map<String, String> environment() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:" + port,
                "KAFKA_SECURITY_PROTOCOL",
                "SASL_SSL",
                "KAFKA_SASL_MECHANISM",
                "SCRAM-SHA-512",
                "KAFKA_SASL_USERNAME",
                USER,
                "KAFKA_SASL_PASSWORD",
                PASSWORD,
                "KAFKA_SSL_TRUSTSTORE_LOCATION",
                folder.resolve("ca.pem").toString());
    }

    private String settings() throws IOException {
        int controller = LiveTower.freePort();
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listeners=SASL_SSL://127.0.0.1:%2$d,ITSELF://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%1$d
                advertised.listeners=SASL_SSL://localhost:%2$d,ITSELF://127.0.0.1:%3$d
                listener.security.protocol.map=SASL_SSL:SASL_SSL,ITSELF:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=ITSELF
                sasl.enabled.mechanisms=SCRAM-SHA-512
                listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
                ssl.keystore.location=%4$s
                ssl.keystore.password=%5$s
                ssl.keystore.type=PKCS12
                log.dirs=%6$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                log.cleaner.dedupe.buffer.size=4194304
                log.cleaner.threads=1
                group.initial.rebalance.delay.ms=0
                """.formatted(
                        controller,
                        port,
                        LiveTower.freePort(),
                        folder.resolve("broker.p12"),
                        STORE_PASSWORD,
                        folder.resolve("data"));
    }

    private void certificate() throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> store = List.of(
                "-keystore", folder.resolve("broker.p12").toString(), "-storepass", STORE_PASSWORD, "-alias", "broker");
        List<String> make = new ArrayList<>(
                List.of(keytool, "-genkeypair", "-keyalg", "EC", "-storetype", "PKCS12", "-validity", "2"));
        make.addAll(List.of("-dname", "CN=localhost", "-ext", "SAN=dns:localhost,ip:127.0.0.1"));
        make.addAll(store);
        Files.deleteIfExists(folder.resolve("broker.p12"));
        run(make);
        List<String> show = new ArrayList<>(List.of(
                keytool,
                "-exportcert",
                "-rfc",
                "-file",
                folder.resolve("ca.pem").toString()));
        show.addAll(store);
        run(show);
    }

    private static List<String> kafka(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-cp",
                Path.of("../deploy/local/target/local.jar").toRealPath().toString(),
                program));
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path words = folder.resolve("preparing.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(words)).isZero();
    }

    @Override
    public void close() throws InterruptedException {
        broker.close();
    }
}
