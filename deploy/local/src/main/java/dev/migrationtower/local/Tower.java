package dev.migrationtower.local;

import dev.migrationtower.core.explain.Explanation;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.PlanSchema;
import dev.migrationtower.service.KafkaConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./tower} runs, in the folder of the repository; {@code TOWER_HOME} in the environment moves {@code .tower}. Ends with 0 if all went well, 1 if not, 2 if it refused to begin, 130
 * or 143 if it was told to stop.
 */
public final class Tower {
    /** There is nothing to protect on a pretended estate: whoever is on this machine may play. */
    private static final Map<String, String> AT_HOME = Map.of("TOWER_ACCESS_TRUST_THIS_MACHINE", "true");

    private final Path root;
    private final Consumer<String> say;

    private Tower(Path root, Consumer<String> say) {
        this.root = root;
        this.say = say;
    }

    /** {@code demo | up | validate | explain | preflight | schema | verify | record}, with their flags. */
    public static void main(String[] arguments) throws InterruptedException {
        Tower tower = new Tower(Path.of("").toAbsolutePath(), System.out::println);
        int code;
        try {
            code = switch (Options.parse(Arrays.asList(arguments))) {
                case Options.Demo demo -> tower.demo(demo);
                case Options.Up up -> tower.up(up);
                case PlanOptions.Validate validate -> tower.validate(validate);
                case PlanOptions.Explain explain -> tower.explain(explain);
                case PlanOptions.Preflight preflight -> tower.preflight(preflight);
                case PlanOptions.Schema schema -> tower.schema();
                case Options.Verify verify -> tower.verify(verify);
                case RecordOptions.Save save -> tower.save(save);
                case RecordOptions.Restore restore -> tower.restore(restore);
            };
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            code = 2;
        }
        System.exit(code);
    }

    private int demo(Options.Demo demo) throws InterruptedException {
        try (Home home = home(demo.place())) {
            Installation installation = new Installation(root, home);
            PretendedEstate estate = PretendedEstate.onFreePorts(demo.speed());
            List<Service> services = services(installation, demo.place(), null, estate.environment(), AT_HOME);
            services.add(installation.simulator(estate, page(demo.place()), demo));
            return run(home, new ServicesFile(home.services()), services, page(demo.place()), null, null);
        }
    }

    private int up(Options.Up up) throws InterruptedException {
        Keys keys = Keys.of(System.getenv());
        Upload upload = up.plan() == null ? null : Upload.of(up.plan(), keys);
        String bootstrap = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
        try (Home home = home(up.place())) {
            Map<String, String> dashboard = new HashMap<>(keys.environment(home.linkMark()));
            if (up.place().everywhere()) {
                dashboard.put("QUARKUS_HTTP_HOST", "0.0.0.0");
            }
            List<Service> services = services(new Installation(root, home), up.place(), bootstrap, Map.of(), dashboard);
            ServicesFile running = new ServicesFile(home.services());
            if (bootstrap != null) {
                running.add(new ServicesFile.Running("kafka", null, null, bootstrap, null));
            }
            return run(home, running, services, page(up.place()), upload, keys);
        }
    }

    private int validate(PlanOptions.Validate asked) {
        Validation validation = Validation.of(asked.plans().stream()
                .map(name -> PlanFile.read(name, System.in))
                .toList());
        say.accept(asked.json() ? validation.json() : validation.text());
        return validation.isFine(asked.strict()) ? 0 : 1;
    }

    private int explain(PlanOptions.Explain asked) {
        Plan plan = PlanFile.read(asked.plan(), System.in).plan();
        say.accept(Explanation.of(plan, asked.language(), columns(System.getenv("COLUMNS")))
                .stripTrailing());
        return 0;
    }

    /** How wide the terminal is, as it says itself; a usual width where nobody knows, or where lines would be hard to follow. */
    static int columns(@Nullable String said) {
        return said == null || !said.matches("\\d{1,4}") ? 120 : Math.clamp(Integer.parseInt(said), 80, 160);
    }

    private int preflight(PlanOptions.Preflight asked) throws InterruptedException {
        Plan plan = PlanFile.read(asked.plan(), System.in).plan();
        // what was seen may be read by a program; what is said meanwhile is for a person
        PreflightReport report = Preflight.of(root, plan, Clock.systemUTC(), System.err::println);
        say.accept(asked.json() ? report.json() : report.text());
        return report.fine() ? 0 : 1;
    }

    private int schema() {
        say.accept(PlanSchema.text().stripTrailing());
        return 0;
    }

    private int verify(Options.Verify asked) {
        Verification verification = Verification.of(asked.evidence());
        say.accept(verification.text());
        return verification.whole() ? 0 : 1;
    }

    private int save(RecordOptions.Save asked) {
        try {
            long count = new RecordFile(kafka()).save(asked.file());
            say.accept(count + " records of the record are in " + asked.file());
            return 0;
        } catch (IOException e) {
            throw new Refusal("The record cannot be saved: " + e);
        }
    }

    private int restore(RecordOptions.Restore asked) throws InterruptedException {
        try {
            long count = new RecordFile(kafka()).restore(asked.file());
            say.accept(count + " records of the record are back, from " + asked.file());
            return 0;
        } catch (IOException e) {
            throw new Refusal("The record cannot be restored: " + e.getMessage());
        }
    }

    private static Map<String, Object> kafka() {
        try {
            return KafkaConnection.ofEnvironment(System.getenv());
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private Home home(Options.Place place) {
        String elsewhere = System.getenv("TOWER_HOME");
        Home home = Home.take(
                elsewhere == null ? root.resolve(".tower") : Path.of(elsewhere).toAbsolutePath());
        if (place.fresh()) {
            home.forget();
        }
        return home;
    }

    /** The services of the tower, with a broker of their own unless there is one already. */
    private List<Service> services(
            Installation installation,
            Options.Place place,
            @Nullable String bootstrap,
            Map<String, String> environment,
            Map<String, String> dashboard) {
        Ports.require(place.port(), "the page", "--port");
        List<Service> services = new ArrayList<>();
        String brokers = bootstrap;
        if (brokers == null) {
            int port =
                    place.kafkaPort() == 0 ? Ports.free() : Ports.require(place.kafkaPort(), "Kafka", "--kafka-port");
            services.add(installation.kafka(port));
            brokers = "127.0.0.1:" + port;
        } else {
            say.accept("Using the Kafka at " + brokers + " (KAFKA_BOOTSTRAP_SERVERS)");
        }
        services.addAll(installation.tower(brokers, place.port(), environment, dashboard));
        return services;
    }

    private int run(
            Home home,
            ServicesFile running,
            List<Service> services,
            URI page,
            @Nullable Upload upload,
            @Nullable Keys keys)
            throws InterruptedException {
        long born = System.nanoTime();
        Supervisor supervisor = new Supervisor(home, running, services, say);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor), "stop"));
        say.accept("Starting "
                + String.join(", ", services.stream().map(Service::name).toList())
                + "; what they have to say is in " + home.log("*"));
        supervisor.start();
        try {
            CompletableFuture.anyOf(supervisor.ready(), supervisor.ended()).join();
            if (!supervisor.ended().isDone()) {
                say.accept("The tower stands after %d s: %s   (Ctrl-C stops everything)"
                        .formatted((System.nanoTime() - born) / 1_000_000_000L, page));
                if (keys != null) {
                    say.accept("Sign in by this link, which lets one person in, once: " + keys.door(page));
                }
                if (upload != null) {
                    say.accept(upload.to(page));
                }
            }
            return supervisor.ended().join();
        } catch (CompletionException e) {
            throw new Refusal(String.valueOf(e.getCause()));
        } finally {
            // before the folder is given back
            supervisor.stop();
        }
    }

    private void stop(Supervisor supervisor) {
        say.accept("Stopping (after the first run some seconds longer: the JVMs keep what lets them start faster)");
        try {
            supervisor.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static URI page(Options.Place place) {
        return URI.create("http://127.0.0.1:" + place.port() + "/");
    }
}
