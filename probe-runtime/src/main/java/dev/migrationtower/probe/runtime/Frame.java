package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Ids;
import dev.migrationtower.service.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Puts the parts together, starts and stops them. Decides nothing. */
@ApplicationScoped
class Frame {
    private static final int MOST_LATE_NAMED = 10;

    private final FrameConfig config;
    private final Map<String, Object> connection;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("probe-rounds").daemon().factory());
    private final Ticks ticks = System::nanoTime;
    private final Schedule schedule;
    private final KafkaSender sender;
    private final SignsOfLife signs;
    private final CheckReader reader;

    @Inject
    Frame(
            Probe probe,
            FrameConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            MeterRegistry registry,
            Traces traces,
            Clock clock) {
        this.config = config;
        this.connection = connection;
        Ids.require("tower.instance: the instance", config.instance());
        ProbeMetrics metrics = new ProbeMetrics(registry, config.probe());
        Outbox outbox = new Outbox(Delivery.UNDER_WAY);
        schedule = new Schedule(config.looksAtOnce());
        sender = new KafkaSender(connection, config.instance());
        Delivery delivery = new Delivery(outbox, sender, thread, metrics);
        Rounds rounds = new Rounds(probe, config, schedule, ticks, clock, thread, metrics, traces, delivery::publish);
        Assignment assignment = new Assignment(config.probe(), rounds::watch, key -> {
            rounds.forget(key);
            delivery.forget(key);
        });
        reader = new CheckReader(
                () -> CheckConsumer.of(connection, config), assignment, new DeadLetters(sender, config, metrics));
        signs = new SignsOfLife(config, schedule, sender, clock, ticks);
        metrics.count(schedule::size, () -> schedule.late(ticks.nanos()).size(), outbox::size);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // goes on until the thread is shut down
    void start(@Observes StartupEvent event) {
        reader.start();
        thread.scheduleAtFixedRate(signs::give, 0, SignsOfLife.EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        reader.stop();
        thread.shutdownNow();
        signs.giveLast();
        sender.close();
    }

    /** The name of this instance. */
    String instance() {
        return config.instance();
    }

    /** How many checks it has in hand. */
    int checks() {
        return schedule.size();
    }

    /** What it would need to work; empty if it has all. */
    Optional<String> missing() {
        if (!signs.heard()) {
            return Optional.of("Kafka at " + connection.get("bootstrap.servers") + " does not answer " + instance()
                    + ". Looks go on, the newest of each check is published when it is back.");
        }
        return Optional.ofNullable(reader.trouble()).map(trouble -> instance() + " " + trouble + ".");
    }

    /** The keys of the checks that lag, the latest first; empty if none does. */
    Optional<String> late() {
        List<CheckKey> late = schedule.late(ticks.nanos());
        return late.isEmpty()
                ? Optional.empty()
                : Optional.of(late.stream()
                        .limit(MOST_LATE_NAMED)
                        .map(CheckKey::toString)
                        .collect(Collectors.joining(", ")));
    }

    /** Whether all threads run. */
    boolean alive() {
        return reader.alive();
    }
}
