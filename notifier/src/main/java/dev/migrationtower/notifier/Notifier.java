package dev.migrationtower.notifier;

import dev.migrationtower.events.Ids;
import dev.migrationtower.notifier.channel.ChannelConfig;
import dev.migrationtower.notifier.channel.Channels;
import dev.migrationtower.notifier.delivery.Addressee;
import dev.migrationtower.notifier.delivery.ChannelStatus;
import dev.migrationtower.notifier.delivery.DeliveryMetrics;
import dev.migrationtower.notifier.delivery.KafkaDeliveryLog;
import dev.migrationtower.notifier.delivery.Outboxes;
import dev.migrationtower.notifier.delivery.Retry;
import dev.migrationtower.notifier.notice.Notices;
import dev.migrationtower.notifier.notice.Tempo;
import dev.migrationtower.notifier.record.ReaderStatus;
import dev.migrationtower.notifier.record.RecordReader;
import dev.migrationtower.notifier.report.Reports;
import dev.migrationtower.notifier.words.Wording;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts, put together. Wrong configuration is refused at once, by the name of the setting. Thread-safe. */
final class Notifier {
    private final NotifierConfig config;
    private final Map<String, Addressee> addressees = new TreeMap<>();
    private final KafkaDeliveryLog log;
    private final MeterRegistry registry;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final ReaderStatus status = new ReaderStatus();
    private final RecordReader reader;
    private volatile Outboxes outboxes;

    /**
     * @param connection how to reach Kafka: its address and whatever signs in
     * @throws IllegalArgumentException if it cannot work as configured, with the setting and what to do
     */
    Notifier(
            NotifierConfig config,
            Map<String, Object> connection,
            String instance,
            Vertx vertx,
            MeterRegistry registry,
            Clock clock) {
        this.config = config;
        this.registry = registry;
        this.clock = clock;
        Ids.require("tower.instance: the instance", instance);
        Channels maker = new Channels(vertx, clock);
        config.channels().forEach((name, channel) -> addressees.put(name, addressee(maker, name, channel)));
        log = new KafkaDeliveryLog(connection, instance);
        metrics = new DeliveryMetrics(registry);
        outboxes = outboxes();
        addressees.keySet().forEach(name -> metrics.watch(name, () -> outboxes.status(name)));
        reader = new RecordReader(connection, instance, this::telling, config.lookBack(), status, registry, clock);
    }

    private Wording wording(String name, ChannelConfig channel) {
        try {
            return new Wording(
                    channel.audience(), channel.language(), config.page().orElse(null));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("tower.notifier.channels." + name + ".language: " + e.getMessage(), e);
        }
    }

    private Addressee addressee(Channels maker, String name, ChannelConfig channel) {
        Only only = new Only(
                "tower.notifier.channels." + name + ".only", channel.only().orElse(List.of()));
        return channel.kind() == ChannelConfig.Kind.EVENTS
                ? new Addressee.Program(maker.makeForEvents(name, channel), only.events())
                : new Addressee.People(maker.make(name, channel), wording(name, channel), only.notices());
    }

    private Telling telling() {
        outboxes = outboxes();
        return new Telling(
                new Notices(new Tempo(
                        config.gather(),
                        config.spacing(),
                        config.remindAfter(),
                        config.remindAtMost(),
                        config.unseenAfter())),
                outboxes,
                Reports.of(config.report(), config.page().orElse(null), registry, clock));
    }

    private Outboxes outboxes() {
        Outboxes made = new Outboxes(
                new Retry(config.retryFirst(), config.retryAtMost(), config.expiresAfter()), log, metrics, clock);
        addressees.forEach(made::add);
        return made;
    }

    void start() {
        reader.start();
    }

    void stop() throws InterruptedException {
        reader.stop();
        log.close();
    }

    /** How each channel does. */
    List<ChannelStatus> channels() {
        return outboxes.status();
    }

    ReaderStatus status() {
        return status;
    }

    boolean alive() {
        return reader.alive();
    }
}
