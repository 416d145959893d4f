package dev.migrationtower.acceptance;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector of OpenTelemetry: takes spans over OTLP/HTTP and remembers them. Field numbers are those of {@code trace.proto}. */
final class TraceCollector implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of();

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    /** @param parent empty: it is the first of its trace */
    record Span(String service, String trace, String id, String parent, String name) {}

    TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            read(UnknownFieldSet.parseFrom(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The spans of a trace that have come so far. */
    List<Span> trace(String id) {
        return spans.stream().filter(span -> span.trace().equals(id)).toList();
    }

    private void read(UnknownFieldSet request) {
        for (UnknownFieldSet ofResource : messages(request, 1)) {
            String service = messages(messages(ofResource, 1).getFirst(), 1).stream()
                    .filter(attribute -> text(attribute, 1).equals("service.name"))
                    .map(attribute -> text(messages(attribute, 2).getFirst(), 1))
                    .findFirst()
                    .orElseThrow();
            for (UnknownFieldSet ofScope : messages(ofResource, 2)) {
                for (UnknownFieldSet span : messages(ofScope, 2)) {
                    spans.add(new Span(service, hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5)));
                }
            }
        }
    }

    private static List<UnknownFieldSet> messages(UnknownFieldSet in, int field) {
        return in.getField(field).getLengthDelimitedList().stream()
                .map(bytes -> {
                    try {
                        return UnknownFieldSet.parseFrom(bytes);
                    } catch (InvalidProtocolBufferException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static String text(UnknownFieldSet in, int field) {
        return in.getField(field).getLengthDelimitedList().getFirst().toStringUtf8();
    }

    private static String hex(UnknownFieldSet in, int field) {
        return in.getField(field).getLengthDelimitedList().stream()
                .map(bytes -> HEX.formatHex(bytes.toByteArray()))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
