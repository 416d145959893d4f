package dev.migrationtower.aggregator.topology;

import dev.migrationtower.core.fold.Fold;
import dev.migrationtower.events.Topic;
import dev.migrationtower.service.Traces;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/**
 * Commands and observations in; events, state, checks and dead letters out; one processor between them. Every sink has the name of
 * its topic. Records are bytes up to the processor, so that what cannot be read can be put aside as it is.
 */
public final class AggregatorTopology {
    private static final String INPUTS = "inputs";
    private static final String FOLD = "fold";

    private AggregatorTopology() {}

    /** The topology; partition n of both inputs is folded by one task, so they must have equally many. */
    public static Topology of(Onlooker onlooker, Traces traces) {
        return of(onlooker, traces, Fold::step);
    }

    static Topology of(Onlooker onlooker, Traces traces, Decider decider) {
        Topology topology = new Topology()
                .addSource(
                        INPUTS,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topic.COMMANDS.topicName(),
                        Topic.OBSERVATIONS.topicName())
                .addProcessor(FOLD, () -> new FoldProcessor(decider, onlooker, traces), INPUTS);
        for (Memory memory : Memory.values()) {
            topology.addStateStore(memory.store(), FOLD);
        }
        for (Topic topic : new Topic[] {Topic.EVENTS, Topic.STATE, Topic.CHECKS, Topic.DEAD_LETTERS}) {
            topology.addSink(
                    topic.topicName(), topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer(), FOLD);
        }
        return topology;
    }
}
