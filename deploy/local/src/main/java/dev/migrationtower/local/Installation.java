package dev.migrationtower.local;

import dev.migrationtower.local.Service.OnEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What was built in this folder, and how each part of it is started. */
final class Installation {
    private final Path root;
    private final Home home;
    private final Path leash;

    /**
     * @param root the folder of the repository
     * @throws Refusal if something is not built
     */
    Installation(Path root, Home home) {
        this.root = root;
        this.home = home;
        this.leash = built("deploy/local/target/local-leash.jar");
    }

    /** The embedded broker. */
    Service kafka(int port) {
        int health = Ports.free();
        JavaProgram program = new JavaProgram(
                Broker.class.getName(),
                256,
                List.of(built("deploy/local/target/local.jar")),
                Stream.of(port, Ports.free(), health, home.kafka())
                        .map(Object::toString)
                        .toList());
        return new Service(
                "kafka",
                program.command(leash, classArchive("kafka")),
                Map.of(),
                ready(health),
                null,
                "127.0.0.1:" + port,
                OnEnd.RESTART);
    }

    /**
     * The services of the tower itself, the page on this port; of the probes of vendors those that have an account to look with, and
     * the notifier if there is anybody to be told.
     */
    List<Service> tower(String bootstrap, int port, Map<String, String> environment, Map<String, String> dashboard) {
        List<Service> services = new ArrayList<>();
        services.add(quarkus("aggregator", "aggregator", bootstrap, Ports.free(), environment));
        services.add(quarkus("probe-http", "probe-http", bootstrap, Ports.free(), environment));
        services.add(quarkus("probe-postgres", "probe-postgres", bootstrap, Ports.free(), environment));
        Set<String> known = new HashSet<>(System.getenv().keySet());
        known.addAll(environment.keySet());
        for (VendorProbe probe : VendorProbe.values()) {
            if (probe.hasAnAccount(known)) {
                Map<String, String> all = new HashMap<>(environment);
                all.putAll(probe.environment());
                services.add(quarkus(probe.service(), probe.module(), bootstrap, Ports.free(), all));
            }
        }
        if (known.stream().anyMatch(Installation::makesWorkForNotifier)) {
            Map<String, String> telling = new HashMap<>(environment);
            if (!known.contains("TOWER_NOTIFIER_PAGE")) {
                telling.put("TOWER_NOTIFIER_PAGE", address(port).toString());
            }
            services.add(quarkus("notifier", "notifier", bootstrap, Ports.free(), telling));
        }
        Map<String, String> shown = new HashMap<>(environment);
        shown.putAll(dashboard);
        services.add(quarkus("dashboard-ui", "dashboard-ui", bootstrap, port, shown));
        return List.copyOf(services);
    }

    /** Whether it is somebody to be told, or a report to be kept. */
    static boolean makesWorkForNotifier(String name) {
        return name.startsWith("TOWER_NOTIFIER_CHANNELS_")
                || name.equals("TOWER_NOTIFIER_REPORT_FOLDER")
                || name.equals("TOWER_NOTIFIER_REPORT_CONFLUENCE_URL");
    }

    /** The pretended estate and the play; its end ends everything. */
    Service simulator(PretendedEstate estate, URI page, Options.Demo demo) {
        int port = Ports.free();
        List<String> arguments = new ArrayList<>(List.of(
                "--port", Integer.toString(port),
                "--data", home.state("simulator").resolve("postgres").toString(),
                "--tower", page.toString()));
        arguments.addAll(estate.arguments());
        if (demo.manual()) {
            arguments.add("--manual");
        }
        if (demo.once()) {
            arguments.add("--once");
        }
        JavaProgram program = new JavaProgram(
                "dev.migrationtower.simulator.Simulator",
                128,
                List.of(built("simulator/target/simulator-program.jar")),
                arguments);
        return new Service(
                "simulator",
                program.command(leash, classArchive("simulator")),
                Map.of(),
                ready(port),
                address(port),
                null,
                OnEnd.END_ALL);
    }

    /** The probe of this kind, alone: whoever waits for it learns that it ended. */
    Service probe(String kind, String bootstrap, int port) {
        Optional<VendorProbe> vendor = VendorProbe.of(kind);
        Map<String, String> environment =
                new HashMap<>(vendor.map(VendorProbe::environment).orElse(Map.of()));
        // the environment may be made for another Kafka
        environment.put("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
        String module = vendor.map(VendorProbe::module).orElse("probe-" + kind);
        return quarkus("probe-" + kind, module, bootstrap, port, environment, OnEnd.GIVE_UP);
    }

    private Service quarkus(String name, String module, String bootstrap, int port, Map<String, String> environment) {
        return quarkus(name, module, bootstrap, port, environment, OnEnd.RESTART);
    }

    private Service quarkus(
            String name, String module, String bootstrap, int port, Map<String, String> environment, OnEnd onEnd) {
        JavaProgram program = new JavaProgram(
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                192,
                List.of(built(module + "/target/quarkus-app/quarkus-run.jar")),
                List.of());
        Map<String, String> all = new HashMap<>(environment);
        all.put("KAFKA_BOOTSTRAP_SERVERS", bootstrap);
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        all.put("TOWER_INSTANCE", name + "-1");
        // the supervisor asks often while a service starts; each time the log would say that it is not ready
        all.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "WARN");
        return new Service(
                name, program.command(leash, classArchive(name)), all, ready(port), address(port), null, onEnd);
    }

    /** Where a service of this port is. */
    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static URI ready(int port) {
        return address(port).resolve("/q/health/ready");
    }

    /** Where the JVM of a service keeps its parsed classes, to start faster the next time; goes with the jars it was made of. */
    private Path classArchive(String service) {
        try {
            return Files.createDirectories(root.resolve("deploy/local/target/cds"))
                    .resolve(service + ".jsa");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path built(String path) {
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            throw new Refusal(file + " is not built. ./tower builds it; with Maven: ./mvnw -DskipTests package");
        }
        return file;
    }
}
