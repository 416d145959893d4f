package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.RunMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final int OBSERVATIONS = 4_000;

    /** A cost that grew with the checks would be a thousand times higher here; twenty leaves room for a busy machine. */
    @Test
    void oneObservationCostsAboutTheSameAmongTenThousandChecksAsAmongTen() {
        Night few = withItems(10);
        Night many = withItems(10_000);
        observe(few);
        observe(many);

        long fewNanos = observe(few);
        long manyNanos = observe(many);

        assertThat(manyNanos).isLessThan(20 * fewNanos);
    }

    private static Night withItems(int items) {
        String forEach =
                IntStream.range(0, items).mapToObj(i -> "{id: i" + i + "}").collect(Collectors.joining(", "));
        return new Night()
                .tell(new Action.LoadPlan(
                        Night.PLAN.replace("{id: one}, {id: two}", forEach), RunMode.SIMULATION, List.of()))
                .tell(new Action.Start());
    }

    private static long observe(Night night) {
        night.forgetEvents();
        long begin = System.nanoTime();
        for (int i = 0; i < OBSERVATIONS; i++) {
            night.after(Duration.ofMillis(1)).sees("app", "i" + i % 10, "status", i % 3 == 0 ? 200 : 503);
        }
        return System.nanoTime() - begin;
    }
}
