package dev.migrationtower.dashboard.command;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.dashboard.record.Frame;
import dev.migrationtower.dashboard.record.RecordStatus;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Sends commands to the aggregator and waits for what it says. Blocks for as long as that takes. */
@Singleton
class Commands {
    private static final Logger LOG = Logger.getLogger(Commands.class);
    /** How long Kafka may take to record a command; a little more than its own time-out. */
    private static final Duration TO_RECORD = Duration.ofSeconds(6);
    /** How long the aggregator may take to answer one. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);

    private final MutinyEmitter<Record<String, byte[]>> out;
    private final Answers answers;
    private final Runs runs;
    private final RecordStatus status;
    private final UsedKeys keys = new UsedKeys();

    Commands(
            @Channel("commands") MutinyEmitter<Record<String, byte[]>> out,
            Answers answers,
            Runs runs,
            RecordStatus status) {
        this.out = out;
        this.answers = answers;
        this.runs = runs;
        this.status = status;
    }

    /**
     * The first event that the command brought about. One that was carried out before is not sent again: its event is in the
     * record.
     *
     * @throws ProblemException 422 if its key stood for something else before; 503 if Kafka or the aggregator does not answer; it says whether the command is recorded
     */
    Event carryOut(Command command) {
        keys.require(command);
        CompletableFuture<Event> answer = answers.to(command.run(), command.id());
        try {
            Optional<Event> before = inTheRecord(command);
            if (before.isPresent()) {
                UsedKeys.requireAuthor(command, before.get());
                return before.get();
            }
            send(command);
            return answer.get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw unanswered(command);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered(command);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer is completed by an event only", e);
        } finally {
            answers.drop(command.run(), command.id());
        }
    }

    private Optional<Event> inTheRecord(Command command) {
        return runs.find(command.run())
                .flatMap(run -> run.causedBy(command.id()))
                .map(Frame::event);
    }

    private void send(Command command) {
        if (!status.live()) {
            throw notRecorded(status.inWords());
        }
        try {
            out.send(Record.of(command.run(), Json.write(command))).await().atMost(TO_RECORD);
        } catch (TimeoutException e) {
            throw notRecorded("Kafka did not take it in time");
        } catch (RuntimeException e) {
            LOG.warnf("Command %s for run %s was not recorded: %s", command.id(), command.run(), e);
            throw notRecorded(String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException notRecorded(String why) {
        return new ProblemException(Problem.of(
                503,
                "Not recorded",
                "The command was not carried out, as far as this service can tell: " + why
                        + ". Send it again, with the same Idempotency-Key, when Kafka is back."));
    }

    private static ProblemException unanswered(Command command) {
        return new ProblemException(Problem.of(
                503,
                "Not answered yet",
                "The command is recorded as " + command.id() + ", but the aggregator did not answer within "
                        + TO_ANSWER.toSeconds()
                        + " s. It will be carried out as soon as the aggregator runs: see that it does"
                        + " (/q/health/ready of the aggregator). Sending it again with this Idempotency-Key is safe."));
    }
}
