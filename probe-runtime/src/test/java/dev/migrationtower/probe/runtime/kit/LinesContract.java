package dev.migrationtower.probe.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a kind of check holds besides that follows a script: whatever the trouble was, no line is missed, and none comes twice. */
public interface LinesContract extends VendorContract {
    /** How many lines the script has written. */
    int written();

    @Override
    default Probe probe(Duration timeout) {
        return new Noted(newProbe(timeout), new CopyOnWriteArrayList<>());
    }

    @Override
    default List<String> telling() {
        return List.of();
    }

    @Override
    default void awaitSeen(Probe probe) {
        await().atMost(Bench.PATIENT).untilAsserted(() -> {
            assertThat(look(probe).outcome()).isInstanceOf(Outcome.LogLines.class);
            assertThat(((Noted) probe).given).hasSize(written()).doesNotHaveDuplicates();
        });
    }

    /**
     * The same probe.
     *
     * @param given the ids of the lines that it gave
     */
    record Noted(Probe probe, List<String> given) implements Probe {
        @Override
        public CompletionStage<Look> observe(CheckSpec check) {
            return probe.observe(check).thenApply(look -> {
                if (look.outcome() instanceof Outcome.LogLines lines) {
                    lines.lines().forEach(line -> given.add(line.id()));
                }
                return look;
            });
        }
    }
}
