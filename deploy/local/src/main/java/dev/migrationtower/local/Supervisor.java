package dev.migrationtower.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Keeps the services running: all started at once, in no order; each started again when it dies; all stopped together. */
final class Supervisor {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ServicesFile running;
    private final List<Child> children;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    /**
     * @param say tells the person at the terminal one thing
     */
    Supervisor(Home home, ServicesFile running, List<Service> services, Consumer<String> say) {
        this.running = running;
        Readiness readiness = new Readiness();
        this.children = services.stream()
                .map(service -> new Child(service, home.log(service.name()), running, readiness, say))
                .toList();
    }

    /** Starts everything. */
    void start() {
        for (Child child : children) {
            Thread.ofVirtual().name(child.service().name()).start(() -> {
                try {
                    child.live().ifPresent(ended::complete);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    ended.completeExceptionally(e);
                }
            });
        }
    }

    /** Done when all services but those whose end is the end of all were ready for the first time. */
    CompletableFuture<Void> ready() {
        return CompletableFuture.allOf(children.stream()
                .filter(child -> child.service().onEnd() == Service.OnEnd.RESTART)
                .map(Child::ready)
                .toArray(CompletableFuture<?>[]::new));
    }

    /** The exit code of the service whose end is the end of all, or the failure to start one. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    /** Stops everything: first the services, then the broker that they take leave of. */
    void stop() throws InterruptedException {
        stop(children.stream()
                .filter(child -> child.service().bootstrap() == null)
                .toList());
        stop(children.stream()
                .filter(child -> child.service().bootstrap() != null)
                .toList());
        running.delete();
    }

    private static void stop(List<Child> some) throws InterruptedException {
        List<Thread> stopping = some.stream()
                .map(child -> Thread.ofVirtual().start(() -> {
                    try {
                        child.stop(GRACE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        for (Thread thread : stopping) {
            thread.join();
        }
    }
}
