package dev.migrationtower.probe.postgres.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A line to a server that can be cut, led to another server, muted, or falsified. Thread-safe. */
public final class Relay implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final UnaryOperator<byte[]> answers;
    private volatile int target;
    private volatile boolean mute;

    /** @param answers what becomes of each piece that the server sends */
    public Relay(int target, UnaryOperator<byte[]> answers) throws IOException {
        this.target = target;
        this.answers = answers;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on nothing comes back. */
    public void mute(boolean muted) {
        mute = muted;
    }

    /** Cuts all lines; new ones lead to that port. */
    public void lead(int port) throws IOException {
        target = port;
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        lead(target);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> pump(client, server, false));
                Thread.ofVirtual().start(() -> pump(server, client, true));
            }
        } catch (IOException closed) {
            open.removeIf(Socket::isClosed);
        }
    }

    private void pump(Socket from, Socket to, boolean back) {
        byte[] piece = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (!(back && mute)) {
                    byte[] bytes = java.util.Arrays.copyOf(piece, read);
                    out.write(back ? answers.apply(bytes) : bytes);
                }
            }
        } catch (IOException cut) {
            open.remove(from);
            open.remove(to);
        }
    }
}
