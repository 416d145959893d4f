package dev.migrationtower.probe.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuestionTest {
    @Test
    void aVersionIsAskedInTheWordsThatItUnderstands() {
        Question waits = Question.of("waits", 14);

        assertThat(waits.sql(13)).doesNotContain("waitstart,");
        assertThat(waits.sql(14)).contains("waitstart");
    }

    @Test
    void aVersionThatIsNotOutYetIsAskedInTheNewestWords() {
        assertThat(Question.of("slots", 13).sql(19)).contains("wal_status");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> Question.of("sessions", 15)).hasMessageContaining("sessions.12-14.sql");
    }
}
