package dev.migrationtower.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps the services running: all started at once, in no order; each started again when it dies; all stopped together. */
final class Supervisor {
    /** For services to say good-bye to the broker. */
    private static final Duration LEAVE = Duration.ofSeconds(4);
    /** For all to end. JVMs that ran for the first time archive their classes now, which takes them some seconds. */
    private static final Duration GRACE = Duration.ofSeconds(20);

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

    /** Done when the one of this name was ready for the first time; fails if it ended before, and is not started again. */
    CompletableFuture<Void> ready(String service) {
        return having(child -> child.service().name().equals(service))
                .getFirst()
                .ready();
    }

    /** The exit code of the service whose end is the end of all, or the failure to start one. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    /** Stops everything: first the services, then the broker that they take leave of. */
    void stop() throws InterruptedException {
        children.forEach(Child::mayEnd);
        List<Child> services = having(child -> child.service().bootstrap() == null);
        services.forEach(Child::askToEnd);
        awaitEnds(services, LEAVE);
        having(child -> child.service().bootstrap() != null).forEach(Child::askToEnd);
        awaitEnds(children, GRACE);
        for (Child child : children) {
            child.kill();
        }
        running.delete();
    }

    private List<Child> having(Predicate<Child> is) {
        return children.stream().filter(is).toList();
    }

    private static void awaitEnds(List<Child> some, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (Child child : some) {
            child.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }
}
