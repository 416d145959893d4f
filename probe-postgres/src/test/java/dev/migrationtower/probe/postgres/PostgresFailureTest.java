package dev.migrationtower.probe.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.runtime.kit.Contract;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresFailureTest {
    @ParameterizedTest
    @CsvSource({
        "28P01,AUTH",
        "28000,AUTH",
        "3D000,NO_SUCH_DATABASE",
        "53300,TOO_MANY_CONNECTIONS",
        "57P03,STARTING",
        "57P01,CONNECTION_LOST",
        "08006,CONNECTION_LOST",
        "57014,TIMEOUT",
        "55P03,LOCKED",
        "55000,CLOSED",
        "42501,QUERY_FAILED"
    })
    void theServersStateSaysWhatItIs(String state, PostgresFailure expected) {
        assertThat(PostgresFailure.of(new SQLException("no", state))).isEqualTo(expected);
    }

    @Test
    void theNetworksWordGoesBeforeTheState() {
        assertThat(PostgresFailure.of(new SQLException("no", "08001", new ConnectException())))
                .isEqualTo(PostgresFailure.REFUSED);
        assertThat(PostgresFailure.of(new SQLException("no", "08001", new UnknownHostException())))
                .isEqualTo(PostgresFailure.DNS);
        assertThat(PostgresFailure.of(new SQLException("no", "08001", new SocketTimeoutException())))
                .isEqualTo(PostgresFailure.TIMEOUT);
    }

    @Test
    void theMessageNamesTheDatasourceAndWhatToDo() {
        assertThat(Contract.unobservable(PostgresFailure.look("api", new SQLException("FATAL: no", "28P01")))
                        .message())
                .contains("Datasource api", "FATAL: no", "user and password");
    }
}
