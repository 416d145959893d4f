package dev.migrationtower.simulator.vendor;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A vendor on loopback, which says what its voice says, unless it is in some fault. What it was asked, it remembers. Thread-safe.
 */
public final class VendorServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(VendorServer.class.getName());
    /** Where pages are asked for in the body, it is part of what is asked. */
    private static final Pattern OFFSET = Pattern.compile("offset=\\d+");

    /** RFC 9110, 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final Duration CLOCK_OFF = Duration.ofMinutes(10);
    private static final String PIECE = "x".repeat(64 * 1024);
    /** 50 MiB of them. */
    private static final int PIECES = 800;
    /** The newest requests. */
    private static final int REMEMBERED = 1_000;
    /** The newest messages of all streams; Scalingo gives as many. */
    private static final int SAID = 10_000;

    private final Map<String, Function<Asked, Reply>> replies = new ConcurrentHashMap<>();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private final Deque<Asked> asked = new ArrayDeque<>();
    private final Deque<Said> said = new ArrayDeque<>();
    private final List<ServerWebSocket> streams = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Clock clock;
    private final Voice voice;
    private volatile Trouble trouble = Trouble.NONE;

    private record Said(String stream, String message) {}

    /**
     * What is wrong.
     *
     * @param where part of what is asked, address and body, that it comes to
     * @param field the field that is wrong, if it is one
     */
    public record Trouble(Fault fault, String where, String field) {
        static final Trouble NONE = new Trouble(Fault.NONE, "", "");
    }

    private VendorServer(HttpServer server, Clock clock, Voice voice) {
        this.server = server;
        this.clock = clock;
        this.voice = voice;
    }

    /** Opens it on this port; 0: any free one. */
    public static VendorServer start(Vertx vertx, int port, Clock clock, Voice voice) throws Exception {
        HttpServer http = vertx.createHttpServer();
        VendorServer vendor = new VendorServer(http, clock, voice);
        http.requestHandler(request -> request.body().onSuccess(body -> vendor.answer(request, body.toString())))
                .webSocketHandshakeHandler(vendor::handshake)
                .webSocketHandler(vendor::stream)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return vendor;
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** From now on it answers so, whatever its voice says. */
    public VendorServer on(String what, Reply reply) {
        return on(what, asked -> reply);
    }

    /** From now on it answers so by what it is asked, whatever its voice says. */
    public VendorServer on(String what, Function<Asked, Reply> reply) {
        replies.put(what, reply);
        return this;
    }

    /** From now on it answers so, with 200. */
    public VendorServer on(String what, String json) {
        return on(what, Reply.json(json));
    }

    /** From now on its voice answers this again. */
    public VendorServer off(String what) {
        replies.remove(what);
        return this;
    }

    /** From now on this is wrong, wherever what is asked has this part. */
    public void in(Fault fault, String where) {
        in(fault, where, "");
    }

    /** From now on this field is wrong, wherever what is asked has this part. */
    public void in(Fault fault, String where, String field) {
        if (fault == Fault.EXPIRED) {
            voice.expire();
            trouble = Trouble.NONE;
        } else {
            trouble = new Trouble(fault, where, field);
        }
    }

    public Trouble trouble() {
        return trouble;
    }

    /** Tells this to whoever streams from an address with this path, and to whoever will. */
    public void says(String stream, String message) {
        synchronized (said) {
            said.addLast(new Said(stream, message));
            if (said.size() > SAID) {
                said.removeFirst();
            }
        }
        streams.stream().filter(open -> open.path().equals(stream)).forEach(open -> open.writeTextMessage(message));
    }

    /** Ends all streams. */
    public void hangsUp() {
        streams.forEach(ServerWebSocket::close);
    }

    /** How many stream from it now. */
    public int streams() {
        return streams.size();
    }

    /** What it was asked lately, in order. */
    public List<Asked> asked() {
        synchronized (asked) {
            return new ArrayList<>(asked);
        }
    }

    /** How often it was asked this. */
    public long times(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** How often it was asked anything. */
    public long times() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        server.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing waits for it
    private void handshake(ServerWebSocketHandshake handshake) {
        if (trouble.fault() == Fault.NONE || trouble.fault() == Fault.CLOCK_OFF) {
            handshake.accept();
        } else {
            handshake.reject(502);
        }
    }

    private void stream(ServerWebSocket stream) {
        heard(new Asked("STREAM " + stream.uri(), stream.headers(), "", clock.instant(), Duration.ZERO));
        List<Said> before;
        synchronized (said) {
            before = new ArrayList<>(said);
        }
        before.stream()
                .filter(one -> one.stream().equals(stream.path()))
                .forEach(one -> stream.writeTextMessage(one.message()));
        streams.add(stream);
        stream.closeHandler(closed -> streams.remove(stream));
    }

    private void answer(HttpServerRequest request, String body) {
        Trouble now = trouble;
        Matcher offset = OFFSET.matcher(body);
        String what = request.method() + " " + URI.create(request.uri()) + (offset.find() ? " " + offset.group() : "");
        Duration ahead = now.fault() == Fault.CLOCK_OFF ? CLOCK_OFF : Duration.ZERO;
        Asked question =
                new Asked(what, request.headers(), body, clock.instant().plus(ahead), ahead);
        heard(question);
        if (now.fault() == Fault.NONE || !(what + body).contains(now.where())) {
            reply(request, question, usual(question));
        } else {
            trouble(request, question, now);
        }
    }

    private void heard(Asked question) {
        counts.merge(question.what(), 1L, Long::sum);
        synchronized (asked) {
            asked.addLast(question);
            if (asked.size() > REMEMBERED) {
                asked.removeFirst();
            }
        }
    }

    private Reply usual(Asked question) {
        try {
            return voice.knows(question)
                    ? replies.getOrDefault(question.what(), voice::answer).apply(question)
                    : voice.stranger();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the pretended vendor cannot answer " + question.what(), e);
            return voice.error(500, "the simulator is at fault: " + e);
        }
    }

    private void trouble(HttpServerRequest request, Asked question, Trouble now) {
        // It repeats what it was sent, as a careless vendor would.
        String echo = "you sent " + request.headers().entries() + " " + question.body();
        switch (now.fault()) {
            case NONE, EXPIRED, CLOCK_OFF -> reply(request, question, usual(question));
            case STRANGERS -> reply(request, question, voice.stranger());
            case FORBIDDEN -> reply(request, question, voice.error(403, echo));
            case NOT_FOUND -> reply(request, question, voice.error(404, "not found"));
            case THROTTLED_FOR_A_SECOND ->
                reply(request, question, voice.error(429, "Retry later").with(Map.of(voice.waitHeader(), "1")));
            case THROTTLED -> reply(request, question, voice.error(429, "Retry later"));
            case BROKEN -> reply(request, question, voice.error(500, "we are on it"));
            case HTML ->
                reply(
                        request,
                        question,
                        new Reply(502, "<html><h1>Bad Gateway</h1></html>", Map.of("Content-Type", "text/html")));
            case TRUNCATED -> {
                String whole = usual(question).body();
                reply(request, question, Reply.json(whole.substring(0, whole.length() / 2)));
            }
            case SILENT -> {}
            case HUGE -> pour(request.response().setChunked(true), PIECES);
            case RESET -> {
                request.response().putHeader("Content-Length", "1000").write("{\"half\":");
                request.connection().close();
            }
            case PARTIAL -> reply(request, question, voice.partly(usual(question)));
            case EMPTY, ABSENT, RETYPED, UNHEARD_OF ->
                reply(request, question, Documents.spoilt(usual(question), now.fault(), now.field()));
        }
    }

    private static void reply(HttpServerRequest request, Asked question, Reply reply) {
        HttpServerResponse response = request.response().setStatusCode(reply.status());
        response.putHeader("Content-Type", "application/json");
        response.putHeader("Date", httpDate(question.at()));
        reply.headers().forEach(response::putHeader);
        response.end(reply.body());
    }

    private static String httpDate(Instant at) {
        return HTTP_DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    /** So many pieces of JSON that goes on and on. */
    private static void pour(HttpServerResponse response, int left) {
        if (left == 0) {
            response.end("\"}");
            return;
        }
        response.write(Buffer.buffer((left == PIECES ? "{\"error\":\"" : "") + PIECE))
                .onSuccess(written -> pour(response, left - 1));
    }
}
