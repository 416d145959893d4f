package dev.migrationtower.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before several instances, and lets all connections go to one of them. */
final class Balancer implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile URI instance;

    Balancer(URI instance) throws IOException {
        this.instance = instance;
        Thread.ofVirtual().start(this::letIn);
    }

    URI page() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** From now on this one; what is open is cut. */
    void turnTo(URI other) throws IOException {
        instance = other;
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), instance.getPort());
                pass(browser, server);
                pass(server, browser);
            } catch (IOException e) {
                // the instance is away: the browser tries again
            }
        }
    }

    private void pass(Socket from, Socket to) {
        open.add(from);
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // one end is gone, and so the other goes
            } finally {
                open.remove(from);
            }
        });
    }

    @Override
    public void close() throws IOException {
        door.close();
        turnTo(instance);
    }
}
