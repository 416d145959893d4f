package dev.migrationtower.simulator.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.simulator.estate.Logs;
import dev.migrationtower.simulator.estate.Logs.Line;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogQueryTest {
    private static final Line LINE = new Logs(() -> Instant.EPOCH)
            .write(
                    Instant.EPOCH,
                    "pix-api-production-one-off-7",
                    "pix-api-production",
                    "info",
                    Map.of("msg", "Altering answers_id_seq type to BIGINT - Done", "data", Map.of("cpu", 7)));

    @Test
    void whatPixSearchedForIsFound() {
        assertThat(matches("service:pix-api-production host:*one\\-off* -@msg:alive"))
                .isTrue();
        assertThat(matches("@msg:\"Altering answers_id_seq type to BIGINT - Done\""))
                .isTrue();
        assertThat(matches("service:(pix-datawarehouse-production OR pix-api-production) @data.cpu:7"))
                .isTrue();
        assertThat(matches("*")).isTrue();
        assertThat(matches("")).isTrue();
        assertThat(matches("BIGINT AND status:info")).isTrue();
    }

    @Test
    void whatDoesNotMatchIsNotFound() {
        assertThat(matches("service:pix-api")).isFalse();
        assertThat(matches("-host:*one\\-off*")).isFalse();
        assertThat(matches("@msg:alive")).isFalse();
        assertThat(matches("@data.nothing:*")).isFalse();
        assertThat(matches("@data:*")).isFalse();
    }

    @Test
    void whatIsNoSearchIsRefused() {
        assertThatThrownBy(() -> matches("service:(a OR b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Invalid query");
    }

    private static boolean matches(String query) {
        return LogQuery.of(query).matches(LINE);
    }
}
