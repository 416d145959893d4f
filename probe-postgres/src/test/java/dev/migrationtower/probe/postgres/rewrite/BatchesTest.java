package dev.migrationtower.probe.postgres.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.postgres.catalogue.CatalogueName;
import dev.migrationtower.probe.postgres.rewrite.Batches.Progress;
import dev.migrationtower.probe.postgres.rewrite.Updates.Counter;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T22:00:00Z");
    private static final String BATCH = "UPDATE answers SET id_new = id WHERE id BETWEEN 1 AND 1000";

    private final Batches batches = new Batches();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update answers set a = 1                                                                | answers
            UPDATE ONLY "Knowledge Elements" AS k SET a = 1                                         | Knowledge Elements
            /* batch 7 */ update public.Answers a set b = 1                                         | public.answers
            with some as (select id from x for update skip locked) update "my"."Own" set a = 1      | my.Own
            """)
    void theTableStandsInTheStatementWhereverThatIs(String query, String table) {
        assertThat(batches.table(doing(0, query, true)))
                .map(CatalogueName::text)
                .contains(table);
    }

    @Test
    void whatUpdatesNothingIsNoBatch() {
        assertThat(batches.table(doing(0, "select * from answers for update skip locked", true)))
                .isEmpty();
    }

    @Test
    void halfOfTheRowsIsHalfOfTheTime() {
        at(0, BATCH, true, 5_000);

        Progress half = at(60, BATCH, true, 5_500).orElseThrow();

        assertThat(half.percent()).isEqualTo(50);
        assertThat(half.left()).hasSeconds(60);
        assertThat(half.leftAtMost()).hasSeconds(90);
    }

    @Test
    void betweenTwoBatchesItIsStillAtItButNotForEver() {
        at(0, BATCH, true, 0);
        at(10, BATCH, true, 100);

        assertThat(at(20, "select pg_sleep(10)", true, 100)).isPresent();
        assertThat(at(100, "commit", false, 100)).isEmpty();
        assertThat(batches.table(doing(100, "commit", false))).isEmpty();
    }

    @Test
    void aTableThatWasNeverCountedHasNoPercentage() {
        CatalogueName table = batches.table(doing(0, BATCH, true)).orElseThrow();
        batches.at(doing(0, BATCH, true), table, new Counter(0, -1));

        Progress told =
                batches.at(doing(9, BATCH, true), table, new Counter(700, -1)).orElseThrow();

        assertThat(told.rows()).isEqualTo(700);
        assertThat(told.percent()).isNull();
        assertThat(told.left()).isNull();
    }

    @Test
    void moreRowsThanThereAreIsNotAHundred() {
        at(0, BATCH, true, 0);

        assertThat(at(60, BATCH, true, 2_000).orElseThrow().percent()).isEqualTo(Estimator.ALMOST);
        assertThat(at(61, BATCH, true, 3).orElseThrow().percent())
                .as("counters were set back")
                .isEqualTo(Estimator.ALMOST);
    }

    private Optional<Progress> at(long second, String query, boolean active, long updated) {
        Updates now = doing(second, query, active);
        return batches.table(now).flatMap(table -> batches.at(now, table, new Counter(updated, 1_000)));
    }

    private static Updates doing(long second, String query, boolean active) {
        return new Updates(BEGAN.plusSeconds(second), 7, "bigint", query, active, 0, false);
    }
}
