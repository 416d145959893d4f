package dev.migrationtower.local;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Looks once at all that a plan looks at, with the probes that it names and what this environment tells them. They share a Kafka that
 * is made for it, in a folder that goes with it, so that no run knows of it.
 */
final class Preflight {
    private final Plan plan;
    private final Home home;
    private final String bootstrap;
    private final Supervisor supervisor;
    private final Starting starting;
    private final List<Looks> looks;

    private Preflight(Path root, Plan plan, Clock clock, Consumer<String> say) {
        this.plan = plan;
        home = Home.take(folder());
        Installation installation = new Installation(root, home);
        int port = Ports.free();
        bootstrap = "127.0.0.1:" + port;
        List<Service> services = new ArrayList<>(List.of(installation.kafka(port)));
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (String kind : kinds(plan)) {
            int at = Ports.free();
            services.add(installation.probe(kind, bootstrap, at));
            addresses.put(kind, Installation.address(at));
        }
        supervisor = new Supervisor(home, new ServicesFile(home.services()), services, say);
        starting = new Starting(supervisor, home);
        looks = addresses.entrySet().stream()
                .map(one ->
                        new Looks(one.getKey(), one.getValue(), plan.checks().values(), starting, clock))
                .toList();
    }

    /**
     * Looks, and leaves nothing behind.
     *
     * @param root the folder of the repository
     * @param say tells the person at the terminal one thing
     * @throws Refusal if it cannot begin
     */
    static PreflightReport of(Path root, Plan plan, Clock clock, Consumer<String> say) throws InterruptedException {
        Preflight preflight = new Preflight(root, plan, clock, say);
        // told to stop, it leaves nothing, either
        Runtime.getRuntime().addShutdownHook(new Thread(preflight::end, "end"));
        try {
            return preflight.look();
        } finally {
            preflight.end();
        }
    }

    private PreflightReport look() throws InterruptedException {
        supervisor.start();
        starting.await("kafka");
        List<Sighting> sightings = new ArrayList<>();
        List<PreflightReport.Spent> spent = new ArrayList<>();
        try (Lookout lookout = Lookout.at(bootstrap);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Looks.Seen>> all = looks.stream()
                    .map(one -> threads.submit(() -> one.take(lookout)))
                    .toList();
            for (Future<Looks.Seen> one : all) {
                sightings.addAll(one.get().sightings());
                spent.addAll(one.get().spent());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the preflight failed", e);
        }
        List<String> order = List.copyOf(plan.checks().keySet());
        sightings.sort(Comparator.comparing(sighting -> order.indexOf(sighting.check())));
        return new PreflightReport(plan.id(), sightings, spent);
    }

    private synchronized void end() {
        try {
            supervisor.stop();
            home.close();
            home.erase();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> kinds(Plan plan) {
        return plan.checks().values().stream().map(Check::probe).distinct().toList();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("tower-preflight-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }
}
