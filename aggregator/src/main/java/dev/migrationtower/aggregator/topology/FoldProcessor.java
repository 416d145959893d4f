package dev.migrationtower.aggregator.topology;

import dev.migrationtower.aggregator.topology.Onlooker.Fate;
import dev.migrationtower.core.fold.Input;
import dev.migrationtower.core.fold.Run;
import dev.migrationtower.core.fold.Step;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import dev.migrationtower.events.View;
import dev.migrationtower.service.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/**
 * Feeds the fold with the records of one partition and with time, and does what it says.
 *
 * <p>The runs live in a map; the stores hold what a restart needs to make that map again, and are written in the transaction that
 * also holds the inputs' offsets and all outputs. When Kafka Streams gives up a transaction, it begins again with {@link #init}.
 */
final class FoldProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = Logger.getLogger(FoldProcessor.class);

    /** How late time may be noticed. A person sees no difference below it, and an idle run costs nothing. */
    static final Duration TICK = Duration.ofMillis(200);

    private final Decider decider;
    private final Onlooker onlooker;
    private final Traces traces;
    private final Map<String, Run> runs = new HashMap<>();
    private final Set<String> runsThatFailedToTick = new HashSet<>();
    private final Map<Memory, KeyValueStore<String, byte[]>> memories = new EnumMap<>(Memory.class);

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<byte[], byte[]> context;

    FoldProcessor(Decider decider, Onlooker onlooker, Traces traces) {
        this.decider = decider;
        this.onlooker = onlooker;
        this.traces = traces;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> newContext) {
        forget();
        context = newContext;
        for (Memory memory : Memory.values()) {
            memories.put(memory, newContext.getStateStore(memory.storeName()));
        }
        for (Run run : Recall.all(memories)) {
            runs.put(run.id(), run);
            onlooker.stands(run.view());
            run.checkViews().forEach(onlooker::stands);
        }
        newContext.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata whence = context.recordMetadata().orElseThrow();
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        try {
            Inbox.Arrival arrival = Inbox.read(whence.topic(), record.key(), record.value());
            Step step = take(arrival.run(), arrival.input(), record.headers(), now);
            String ignored = step.ignored();
            if (ignored != null) {
                LOG.debugf("%s passed over: %s", place(whence), ignored);
            }
            onlooker.took(whence.topic(), ignored == null ? Fate.FOLDED : Fate.IGNORED);
        } catch (UnreadableException e) {
            LOG.warnf("%s put aside on %s: %s", place(whence), Topic.DEAD_LETTERS.topicName(), e.getMessage());
            putAside(record, whence, String.valueOf(e.getMessage()));
        } catch (UndecidedException e) {
            LOG.errorf(e, "%s put aside on %s: %s", place(whence), Topic.DEAD_LETTERS.topicName(), e.getMessage());
            putAside(record, whence, String.valueOf(e.getMessage()));
        }
    }

    private void tick(long millis) {
        Instant now = Instant.ofEpochMilli(millis);
        for (Run run : List.copyOf(runs.values())) {
            Instant due = run.nextDeadline();
            if (due == null || due.isAfter(now)) {
                continue;
            }
            try {
                take(run.id(), new Input.Tick(), new RecordHeaders(), now);
                runsThatFailedToTick.remove(run.id());
            } catch (UndecidedException e) {
                onlooker.tickFailed(run.id());
                if (runsThatFailedToTick.add(run.id())) {
                    LOG.errorf(e, "run=%s does not notice time any more: %s", run.id(), e.getMessage());
                }
            }
        }
    }

    /** All that can fail because of this one input comes first; what is done after it can fail because of Kafka only. */
    private Step take(String id, Input input, Headers came, Instant now) throws UndecidedException {
        Run before = runs.get(id);
        Step step;
        Effects effects;
        try {
            step = decider.step(before, input, now);
            effects = Effects.of(before, step);
        } catch (RuntimeException e) {
            throw new UndecidedException(e);
        }
        FoldSpan.tell(traces, came, now, step, effects);
        for (Effects.Remembered remembered : effects.remembered()) {
            store(remembered.memory()).put(remembered.key(), remembered.value());
        }
        for (Effects.Sent sent : effects.sent()) {
            byte[] key = sent.key().getBytes(StandardCharsets.UTF_8);
            forward(sent.topic(), new Record<byte[], byte[]>(key, sent.value(), now.toEpochMilli(), sent.headers()));
        }
        become(step);
        return step;
    }

    private void become(Step step) {
        Run run = step.state();
        if (run != null) {
            runs.put(run.id(), run);
        }
        step.events().forEach(onlooker::happened);
        step.gone().forEach(key -> onlooker.gone(CheckKey.parse(key)));
        for (View view : step.views().values()) {
            switch (view) {
                case View.RunView it -> onlooker.stands(it);
                case View.CheckView it -> onlooker.stands(it);
                case View.PhaseView it -> {}
                case ForecastView it -> {}
                case View.Note it -> {}
                case View.Rejection it -> {}
            }
        }
    }

    private void putAside(Record<byte[], byte[]> record, RecordMetadata whence, String reason) {
        forward(Topic.DEAD_LETTERS, PutAside.of(record, whence, reason));
        onlooker.took(whence.topic(), Fate.DEAD_LETTERED);
    }

    private void forward(Topic topic, Record<byte[], byte[]> record) {
        context.forward(record, topic.topicName());
    }

    private KeyValueStore<String, byte[]> store(Memory memory) {
        return java.util.Objects.requireNonNull(memories.get(memory));
    }

    private static String place(RecordMetadata whence) {
        return whence.topic() + "-" + whence.partition() + "@" + whence.offset();
    }

    @Override
    public void close() {
        forget();
    }

    private void forget() {
        runs.keySet().forEach(onlooker::left);
        runs.clear();
    }

    /** The fold, or the encoding of what it said, failed on this one input: an error of ours, which must not stop the others. */
    private static final class UndecidedException extends Exception {
        private static final long serialVersionUID = 1L;

        UndecidedException(RuntimeException cause) {
            super("it could not be decided: " + cause, cause);
        }
    }
}
