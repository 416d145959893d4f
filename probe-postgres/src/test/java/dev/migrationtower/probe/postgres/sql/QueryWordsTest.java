package dev.migrationtower.probe.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryWordsTest {
    @Test
    void aShortQueryIsShownOnOneLine() {
        assertThat(QueryWords.of("select id\n  from answers")).isEqualTo("select id from answers");
    }

    @Test
    void aLongQueryIsCut() {
        assertThat(QueryWords.of("select " + "a, ".repeat(100))).hasSize(83).endsWith("...");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter role x password 'hunter2'",
                "alter role x password 'hunter2",
                "alter role x password E'it\\'s hunter2'",
                "alter role x password 'it''s hunter2'",
                "alter role x password $$hunter2$$",
                "alter role x password $q$it's hunter2$q$",
                "alter role x password $q$hunter2"
            })
    void whatStandsInQuotesIsNotShown(String query) {
        assertThat(QueryWords.of(query)).startsWith("alter role x password").doesNotContain("hunter2");
    }
}
