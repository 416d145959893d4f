package dev.migrationtower.local;

import com.sun.net.httpserver.HttpServer;
import dev.migrationtower.local.Service.OnEnd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A service that does nothing but say that it is ready. */
public final class StandIn {
    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
    private static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();

    private StandIn() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        HttpServer health = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        health.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        health.start();
        new CountDownLatch(1).await();
    }

    static Service service(Home home, String name) {
        int port = Ports.free();
        return new Service(
                name,
                new JavaProgram(StandIn.class.getName(), 32, List.of(TEST_CLASSES), List.of(Integer.toString(port)))
                        .command(CLASSES, home.log(name + "-classes")),
                Map.of(),
                URI.create("http://127.0.0.1:" + port + "/q/health/ready"),
                URI.create("http://127.0.0.1:" + port),
                null,
                OnEnd.RESTART);
    }
}
