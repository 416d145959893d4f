package dev.migrationtower.probe.postgres.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private static final Instant AT = Instant.parse("2026-11-22T22:00:00Z");
    private static final String THREE = "set lock_timeout = '1s;'; alter table a alter column id type bigint;"
            + " ALTER TABLE b ALTER COLUMN id TYPE bigint ;\nalter sequence a_id_seq as bigint";

    private final Statements statements = new Statements();

    @Test
    void aQueryThatIsOneStatementIsThat() {
        assertThat(statements.underWay(sighting("alter table a alter column s set default ';'", 1)))
                .isEqualTo("alter table a alter column s set default ';'");
    }

    @Test
    void theNextOneIsUnderWayWhenItHasMadeItsNewRelations() {
        assertThat(statements.underWay(sighting(THREE))).startsWith("alter table a");
        assertThat(statements.underWay(sighting(THREE, 11L, 12L))).startsWith("alter table a");
        assertThat(statements.underWay(sighting(THREE, 11L, 12L))).startsWith("alter table a");
        assertThat(statements.underWay(sighting(THREE, 11L, 12L, 21L))).startsWith("ALTER TABLE b");
        assertThat(statements.underWay(sighting(THREE, 11L, 12L, 21L, 31L))).startsWith("ALTER TABLE b");
    }

    @Test
    void whatTheTransactionMadeBeforeIsNotItsOwn() {
        statements.underWay(sighting("alter table z alter column id type bigint", 1L));

        assertThat(statements.underWay(sighting(THREE, 1L))).startsWith("alter table a");
        assertThat(statements.underWay(sighting(THREE, 1L, 11L))).startsWith("alter table a");
        assertThat(statements.underWay(sighting(THREE, 1L, 11L, 21L))).startsWith("ALTER TABLE b");
    }

    private static Sighting sighting(String query, long... unseen) {
        return new Sighting(
                AT,
                7,
                "migration",
                "active",
                query,
                AT,
                AT,
                Set.copyOf(java.util.stream.LongStream.of(unseen).boxed().toList()),
                List.of(),
                0,
                null,
                new Sighting.Others(0, 0, Set.of()),
                false,
                null,
                null,
                null);
    }
}
