package dev.migrationtower.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker for one machine: one KRaft node, broker and controller in one process, small enough for a laptop. Its data outlives
 * it. Started as {@code Broker <port> <controller port> <health port> <data folder>}; answers {@code 200} on the health port once
 * clients are served.
 */
public final class Broker {
    private final int port;
    private final int controllerPort;
    private final Path data;

    Broker(int port, int controllerPort, Path data) {
        this.port = port;
        this.controllerPort = controllerPort;
        this.data = data;
    }

    /** Runs until the process is told to stop. */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[3]);
        HttpServer health = health(Integer.parseInt(arguments[2])); // first: nobody else may take the port meanwhile
        Broker broker = new Broker(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), data);
        KafkaRaftServer server = broker.prepare();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop-kafka"));
        server.startup();
        sayReady(health);
        server.awaitShutdown();
    }

    /** The server, ready to be started, on a formatted folder. */
    KafkaRaftServer prepare() throws IOException {
        Files.createDirectories(data);
        if (!Files.exists(data.resolve("log").resolve("meta.properties"))) {
            format();
        }
        return new KafkaRaftServer(new KafkaConfig(settings()), Time.SYSTEM);
    }

    private void format() throws IOException {
        Path file = data.resolve("server.properties");
        StringWriter text = new StringWriter();
        settings().store(text, null);
        Files.writeString(file, text.toString());
        String cluster = Uuid.randomUuid().toString();
        PrintStream words = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-t", cluster, "-c", file.toString()}, words);
        if (code != 0) {
            throw new IOException(
                    "Kafka cannot use " + data + " (its words are above). ./tower with --fresh begins anew");
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("log.dirs", data.resolve("log").toString());
        // topics are made by the aggregator, with the settings of the contract
        settings.setProperty("auto.create.topics.enable", "false");
        // one node cannot hold more copies than one
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        // fewer files to open: a restart is quicker
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        // the default of 128 MiB does not fit into a small heap
        settings.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        settings.setProperty("log.cleaner.threads", "1");
        // after kill -9 a broker may only come back once its old session is over: 9 s by default
        settings.setProperty("broker.session.timeout.ms", "2000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        return settings;
    }

    /** Answers, but not yet with {@code 200}. */
    private static HttpServer health(int port) throws IOException {
        HttpServer health = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        health.start();
        return health;
    }

    private static void sayReady(HttpServer health) {
        health.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
    }
}
