package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.net.httpserver.HttpServer;
import dev.migrationtower.events.Json;
import dev.migrationtower.test.docs.Example;
import dev.migrationtower.test.docs.Example.Form;
import dev.migrationtower.test.docs.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example of every page, typed in the order of its page, on one tower; only addresses and secrets are others. What is not typed
 * here stands in {@code examples.txt}.
 */
class DocsIT {
    private static final String PASSWORD = "a password for this test";
    private static final String GO = "\"revision\":41";
    private static final Pattern PROGRAM = Pattern.compile("\\bjava (-\\S+ )*-jar ");
    private static final String UP = "./tower up --plan plan.yaml";
    private static final String PLAN = """
            tower: 1
            id: night-1
            title: A night of the docs
            public: true
            timezone: Europe/Paris
            defaults: {interval: 1s, sustain: 1s}
            checks:
              app: {probe: http, with: {url: "https://app.example.org"}, states: {closed: "status == 503", open: "status == 200"}}
            phases:
              - {id: drain, gate: {require: [{check: app, is: open}], decision: {question: "Begin?"}}}
              - {id: migrate, lanes: [{id: api}], steps: [{id: alter-answers, estimate: 1m}], gate: {require: [{steps: all}]}}
              - {id: verify, tasks: [{id: count, do: Count the rows}], gate: {require: [{tasks: all}]}}
            """;

    @TempDir
    private static Path folder;

    private static final List<String> told = new CopyOnWriteArrayList<>();
    private static final Map<String, String> addresses = new LinkedHashMap<>();
    private static final Map<String, String> machine = new HashMap<>();
    private static HttpServer world;
    private static OwnBroker elsewhere;
    private static Terminal first;

    @BeforeAll
    static void aTowerStands() throws Exception {
        world = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        world.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        world.start();
        String outside = "http://127.0.0.1:" + world.getAddress().getPort();
        int page = LiveTower.freePort();
        addresses.put("https://tower.example", "http://localhost:" + page);
        addresses.put("localhost:8080", "localhost:" + page);
        addresses.put("https://app.example.org", outside);
        addresses.put("https://hooks.slack.com/services/...", outside + "/hook");

        machine.put("PAGE_PORT", Integer.toString(page));
        machine.put("TOWER_ACCESS_TRUST_THIS_MACHINE", "true");
        machine.put("TOWER_ACCESS_LINK", Sentence.LINK);
        machine.put("TOWER_ACCESS_USERS", folder.resolve("users").toString());
        machine.put("TOWER_PINGS_SECRET", "a-secret-for-this-test");
        machine.put("TOWER_HOME", folder.resolve("home").toString());

        first = new Terminal(Files.createDirectory(folder.resolve("first")), machine);
        String user = Pages.example("docs/dashboard.md", "./tower user").text();
        Files.writeString(folder.resolve("users"), first.run(user, PASSWORD + "\n"));
        String token = Pages.example("docs/dashboard.md", "printf %s night-1").text();
        addresses.put(
                "TOWER_PINGS_TOKEN=...", "TOWER_PINGS_TOKEN=" + first.run(token).strip());

        first.file("plan.yaml", here(PLAN));
        String up = Pages.example("notifier/README.md", "TOWER_NOTIFIER_CHANNELS_TEAM")
                .text();
        assertThat(up.strip())
                .endsWith(" " + Pages.example("README.md", "./tower up").text());
        Path log = first.start(here(up));
        elsewhere = OwnBroker.start("docs");
        await("the tower stands, and has the plan; see " + log)
                .atMost(Duration.ofSeconds(90))
                .until(() -> Files.readString(log).contains("The plan is loaded"));
        addresses.put("elsewhere:9092", elsewhere.bootstrap());
        addresses.put("localhost:9092", elsewhere.bootstrap());
        addresses.put("kafka:9092", service("kafka", "bootstrap"));
    }

    @AfterAll
    static void stop() throws Exception {
        first.close();
        elsewhere.close();
        world.stop(0);
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOf() {
        return Pages.all().stream()
                .filter(page -> !examples(page).isEmpty())
                .map(page -> dynamicTest(page, () -> type(page)));
    }

    private static List<Example> examples(String page) {
        return Pages.examples(page).stream()
                .filter(example ->
                        Excuse.of(example).isEmpty() && !example.text().strip().endsWith(UP))
                .sorted(Comparator.comparing(DocsIT::ends)) // what others of its page talk to comes first
                .toList();
    }

    /** Whether it ends by itself. */
    private static boolean ends(Example example) {
        return !PROGRAM.matcher(example.text()).find();
    }

    private static void type(String page) throws Exception {
        int port = LiveTower.freePort();
        Path its = Files.createDirectory(folder.resolve(page.replace('/', '-')));
        try (Terminal terminal = new Terminal(its, machine)) {
            terminal.program("bin/psql", "");
            terminal.file("plan.yaml", here(PLAN));
            terminal.run("export QUARKUS_HTTP_PORT=" + port
                    + " JAVA_TOOL_OPTIONS='-XX:+UseSerialGC -XX:TieredStopAtLevel=1'");
            for (Example example : examples(page)) {
                String text = here(example.text());
                if (example.form() == Form.FILE) {
                    terminal.file(example.name(), text);
                } else if (example.form() == Form.REQUEST) {
                    terminal.run(Sentence.request(example, base(example, port), PASSWORD));
                } else if (ends(example)) {
                    if (text.contains(GO)) {
                        text = text.replace(GO, "\"revision\":" + revisionOfTheQuestion());
                    }
                    assertThat(terminal.run(text.replace("PORT", Integer.toString(port)), PASSWORD + "\n"))
                            .doesNotContain("the tower was not told");
                } else {
                    Path log = terminal.start(alone(text, port, its));
                    awaitAnswer(example, port, log);
                }
            }
        }
        whatFollows(page);
    }

    /** Whoever says go says which state they saw. */
    private static String revisionOfTheQuestion() {
        await("a decision is asked for").until(() -> get("/events").contains("decision.requested.v1"));
        return get("").replaceFirst(".*?\"revision\":(\\d+).*", "$1");
    }

    /** What must have come of a page, beyond that nothing failed. */
    private static void whatFollows(String page) {
        switch (page) {
            case "dashboard-ui/README.md" ->
                await("people were told")
                        .until(() -> told.stream().anyMatch(text -> text.contains("A night of the docs")));
            case "docs/dashboard.md" ->
                await("the script's step is done").until(() -> get("/events").contains("step.finished.v1"));
            default -> {}
        }
    }

    // --- what is other here than on the page

    private static String here(String text) {
        String here = text;
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            here = here.replace(address.getKey(), address.getValue());
        }
        return here;
    }

    /** A program that is started alone, on ports that are free, and small. */
    private static String alone(String command, int port, Path its) throws IOException {
        return command.replaceAll("QUARKUS_HTTP_PORT=\\d+", "QUARKUS_HTTP_PORT=" + port)
                .replace("--port 9001", "--port " + port)
                .replace("9002", Integer.toString(LiveTower.freePort()))
                .replace("9003", Integer.toString(LiveTower.freePort()))
                .replace("/tmp/estate", its.resolve("estate").toString())
                .replace("_URL=...", "_URL=jdbc:postgresql://127.0.0.1:1/api");
    }

    private static void awaitAnswer(Example example, int port, Path log) throws IOException {
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> answers(port));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(example + " does not answer; it said:\n" + Files.readString(log), e);
        }
    }

    private static boolean answers(int port) {
        return Stream.of("/q/health/ready", "/control").anyMatch(path -> {
            try {
                return LiveTower.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)))
                                .statusCode()
                        == 200;
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }

    /** Where what its page tells of is. */
    private static String base(Example example, int port) throws IOException {
        if (example.module().equals("simulator")) {
            return "http://localhost:" + port;
        }
        boolean another = example.text().matches("/q/.*|GET /api/v1/channels")
                && !example.module().startsWith("docs");
        String itself = another ? service(example.module(), "url") : "";
        return itself.isEmpty() ? addresses.get("https://tower.example") : itself;
    }

    private static String get(String what) {
        String run = addresses.get("https://tower.example") + "/api/v1/runs/night-1";
        return LiveTower.send(HttpRequest.newBuilder(URI.create(run + what))).body();
    }

    private static String service(String name, String field) throws IOException {
        for (var service : Json.mapper().readTree(Files.readAllBytes(folder.resolve("home/services.json")))) {
            if (service.path("name").asText().equals(name)) {
                return service.path(field).asText();
            }
        }
        return "";
    }
}
