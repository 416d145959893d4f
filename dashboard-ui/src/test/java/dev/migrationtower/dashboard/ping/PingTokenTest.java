package dev.migrationtower.dashboard.ping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.dashboard.access.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PingTokenTest {
    private static final Caller HERE = new Caller("127.0.0.1", "localhost:8080", null);
    private static final Caller ELSEWHERE = new Caller("192.0.2.7", "tower.example", null);
    private static final PingToken NONE = new PingToken(Optional.empty());
    private static final PingToken ONE = new PingToken(Optional.of("s3cret"));

    @Test
    void withoutATokenOnlyThisMachineIsLetIn() {
        assertThat(NONE.objection(HERE, "Bearer ")).isEmpty();
        assertThat(NONE.objection(ELSEWHERE, "Bearer s3cret")).hasValueSatisfying(problem -> {
            assertThat(problem.status()).isEqualTo(403);
            assertThat(problem.detail()).contains("TOWER_PINGS_TOKEN");
        });
    }

    @Test
    void withATokenWhoeverShowsItIsLetInFromAnywhere() {
        assertThat(ONE.objection(ELSEWHERE, "Bearer s3cret")).isEmpty();
    }

    @Test
    void withATokenNobodyElseIsLetInNotEvenFromThisMachine() {
        assertUnauthorised(null);
        assertUnauthorised("Bearer ");
        assertUnauthorised("Bearer s3cre");
        assertUnauthorised("Basic s3cret");
    }

    @Test
    void itIsNotShown() {
        assertThat(ONE.toString()).doesNotContain("s3cret");
    }

    private static void assertUnauthorised(@Nullable String authorization) {
        assertThat(ONE.objection(HERE, authorization)).hasValueSatisfying(problem -> {
            assertThat(problem.status()).isEqualTo(401);
            assertThat(problem.detail()).doesNotContain("s3cret");
        });
    }
}
