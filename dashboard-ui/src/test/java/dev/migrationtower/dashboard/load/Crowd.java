package dev.migrationtower.dashboard.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Thousands of browsers that look at one run, on one thread: each reads its stream, and notes when which revision was whole. They
 * come from several addresses of this machine, as one has ports for 28,000 only.
 */
final class Crowd implements AutoCloseable {
    private static final int ADDRESSES = 4;
    private static final int AT_ONCE = 50;
    private static final byte[] ID = "id: ".getBytes(StandardCharsets.US_ASCII);

    private final URI stream;
    private final Selector selector = Selector.open();
    private final List<SocketChannel> stuck = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private final byte[] bytes = buffer.array();
    private final Told told;
    private int looking;
    private int lost;
    private long jumps;
    private long repeats;

    /** Is told which revision was read whole, in nanoseconds of {@link System#nanoTime}. */
    interface Told {
        void told(long revision, long nanos);
    }

    Crowd(URI stream, Told told) throws IOException {
        this.stream = stream;
        this.told = told;
    }

    /** So many come, some at a time, and read. */
    void come(int count) throws IOException {
        int wanted = looking + count;
        for (int i = 0; i < count; i++) {
            SocketChannel channel = connect(i, 1 << 16);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Link());
            if (i % AT_ONCE == 0) {
                readFor(1);
            }
        }
        long patience = System.nanoTime() + 60_000_000_000L;
        while (looking < wanted && System.nanoTime() < patience) {
            readFor(20);
        }
    }

    /** So many come and read nothing, ever. */
    void comeAndBeStuck(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            stuck.add(connect(i, 4096));
        }
    }

    private SocketChannel connect(int i, int receiveBuffer) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
        channel.bind(new InetSocketAddress("127.0.0." + (2 + i % ADDRESSES), 0));
        channel.connect(new InetSocketAddress(stream.getHost(), stream.getPort()));
        String request = "GET " + stream.getPath() + " HTTP/1.1\r\nHost: " + stream.getAuthority() + "\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    void readFor(long millis) throws IOException {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
            selector.select(this::read, Math.max(1, (until - now) / 1_000_000));
        }
    }

    private void read(SelectionKey key) {
        Link link = (Link) key.attachment();
        buffer.clear();
        try {
            int length = ((SocketChannel) key.channel()).read(buffer);
            if (length < 0) {
                throw new IOException("closed");
            }
            link.take(length);
        } catch (IOException e) {
            lost++;
            key.cancel();
        }
    }

    /** How many got their first snapshot. */
    int looking() {
        return looking;
    }

    /** How many were closed by the other side. */
    int lost() {
        return lost;
    }

    /** How often a browser was given something else than the next revision: a snapshot, as it was too slow. */
    long jumps() {
        return jumps;
    }

    long repeats() {
        return repeats;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        for (SocketChannel channel : stuck) {
            channel.close();
        }
        selector.close();
    }

    /** One browser: how much of an id it has read, and which revision it has. */
    private final class Link {
        private static final int ELSEWHERE = -1;

        /** How much of {@code id: } the line begins with; all of it: the digits follow. */
        private int place;

        private boolean emptyLine = true;
        private long number;
        private long revision = -1;

        void take(int length) {
            for (int i = 0; i < length; i++) {
                byte next = bytes[i];
                if (next == '\n') {
                    endOfLine();
                } else {
                    emptyLine = false;
                    if (place == ID.length) {
                        number = number * 10 + next - '0';
                    } else if (place >= 0) {
                        place = next == ID[place] ? place + 1 : ELSEWHERE;
                    }
                }
            }
        }

        private void endOfLine() {
            if (emptyLine && number > 0) {
                whole(number);
                number = 0;
            }
            place = 0;
            emptyLine = true;
        }

        private void whole(long next) {
            if (revision < 0) {
                looking++;
            } else if (next <= revision) {
                repeats++;
            } else {
                jumps += next > revision + 1 ? 1 : 0;
                told.told(next, System.nanoTime());
            }
            revision = next;
        }
    }
}
