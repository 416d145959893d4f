package dev.migrationtower.dashboard.ping;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Observation;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Puts pings among the observations. Blocks until Kafka has them. */
@Singleton
class Pings {
    private static final Logger LOG = Logger.getLogger(Pings.class);
    /** How long Kafka may take; a little more than its own time-out. */
    private static final Duration TO_RECORD = Duration.ofSeconds(6);

    private final MutinyEmitter<Record<String, byte[]>> out;

    Pings(@Channel("observations") MutinyEmitter<Record<String, byte[]>> out) {
        this.out = out;
    }

    /** @throws ProblemException 503 if Kafka does not take it */
    void record(Observation ping) {
        try {
            out.send(Record.of(ping.run(), Json.write(ping))).await().atMost(TO_RECORD);
        } catch (TimeoutException e) {
            throw notRecorded("Kafka did not take it in time");
        } catch (RuntimeException e) {
            LOG.warnf("Ping %s for run %s was not recorded: %s", ping.id(), ping.run(), e);
            throw notRecorded(String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException notRecorded(String why) {
        return new ProblemException(Problem.of(
                503,
                "Not recorded",
                "The ping was lost, as far as this service can tell: " + why
                        + ". Send it again, with the same Idempotency-Key, when Kafka is back."));
    }
}
