package dev.migrationtower.probe.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.kit.Contract;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresReadingTest {
    @Test
    void whoDoesNotSeeOthersSessionsIsToldWhatToRun() {
        Look look = PostgresReading.of(
                PostgresSettings.of(new Settings(Map.of("datasource", "api"))),
                new PostgresAnswer.Blind("tower"),
                standing -> standing);

        assertThat(Contract.unobservable(look).cause()).isEqualTo("lacks-pg-monitor");
        assertThat(Contract.unobservable(look).message()).contains("api", "GRANT pg_monitor TO \"tower\"");
    }
}
