package dev.migrationtower.aggregator.streams;

import dev.migrationtower.events.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the tower on a broker. */
final class Topics {
    private final Admin admin;
    private final Optional<Short> replication;

    /** @param replication how many copies the topics are created with; empty: the broker's default */
    Topics(Admin admin, Optional<Short> replication) {
        this.admin = admin;
        this.replication = replication;
    }

    /**
     * Creates those that are not there; if all are, looks whether both inputs have equally many partitions.
     *
     * @return what is lacking, in words; empty if nothing is
     * @throws ExecutionException if Kafka does not answer, or refuses
     */
    Optional<String> ensure() throws InterruptedException, ExecutionException {
        Set<String> there = admin.listTopics().names().get();
        List<NewTopic> missing = Arrays.stream(Topic.values())
                .filter(topic -> !there.contains(topic.topicName()))
                .map(this::asNew)
                .toList();
        if (missing.isEmpty()) {
            return unequalInputs();
        }
        create(missing);
        return Optional.of(
                "creating topics: " + missing.stream().map(NewTopic::name).collect(Collectors.joining(", ")));
    }

    private NewTopic asNew(Topic topic) {
        return new NewTopic(topic.topicName(), Optional.of(topic.partitions()), replication).configs(topic.settings());
    }

    private void create(List<NewTopic> missing) throws InterruptedException, ExecutionException {
        for (var created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /** Partition n of both is one task: Kafka Streams would not notice, and the runs of the others would lose their inputs. */
    private Optional<String> unequalInputs() throws InterruptedException, ExecutionException {
        Map<String, TopicDescription> topics = admin.describeTopics(
                        List.of(Topic.COMMANDS.topicName(), Topic.OBSERVATIONS.topicName()))
                .allTopicNames()
                .get();
        int commands = partitions(topics, Topic.COMMANDS);
        int observations = partitions(topics, Topic.OBSERVATIONS);
        if (commands == observations) {
            return Optional.empty();
        }
        return Optional.of(Topic.COMMANDS.topicName() + " has " + commands + " partitions and "
                + Topic.OBSERVATIONS.topicName() + " has " + observations
                + "; they must have equally many, so that both inputs of a run meet. Delete the one that is wrong (it was"
                + " probably created by somebody's client): it is created again with " + Topic.COMMANDS.partitions()
                + ".");
    }

    private static int partitions(Map<String, TopicDescription> topics, Topic topic) {
        return java.util.Objects.requireNonNull(topics.get(topic.topicName()))
                .partitions()
                .size();
    }
}
