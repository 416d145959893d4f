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
        assertThat(NONE.objection(HERE, "night-1", "Bearer ")).isEmpty();
        assertThat(NONE.objection(ELSEWHERE, "night-1", "Bearer s3cret")).hasValueSatisfying(problem -> {
            assertThat(problem.status()).isEqualTo(403);
            assertThat(problem.detail()).contains("TOWER_PINGS_SECRET");
        });
    }

    @Test
    void withATokenWhoeverShowsItIsLetInFromAnywhere() {
        assertThat(ONE.objection(ELSEWHERE, "night-1", "Bearer " + PingToken.of("night-1", "s3cret")))
                .isEmpty();
    }

    /** As {@code openssl dgst -sha256 -hmac s3cret} has it. */
    @Test
    void theTokenIsTheHmacOfTheRun() {
        assertThat(PingToken.of("night-1", "s3cret"))
                .isEqualTo("e237989257b5906fe144ccd5ecc659eeccc30c792e63fffa71f0583ab9c6e6f5");
    }

    @Test
    void withATokenNobodyElseIsLetInNotEvenFromThisMachine() {
        assertUnauthorised(null);
        assertUnauthorised("Bearer ");
        assertUnauthorised("Bearer s3cret");
        assertUnauthorised("Basic " + PingToken.of("night-1", "s3cret"));
    }

    @Test
    void theTokenOfOneRunOpensNoOther() {
        assertUnauthorised("Bearer " + PingToken.of("night-2", "s3cret"));
    }

    @Test
    void itIsNotShown() {
        assertThat(ONE.toString()).doesNotContain("s3cret");
    }

    private static void assertUnauthorised(@Nullable String authorization) {
        assertThat(ONE.objection(HERE, "night-1", authorization)).hasValueSatisfying(problem -> {
            assertThat(problem.status()).isEqualTo(401);
            assertThat(problem.detail()).doesNotContain("s3cret");
        });
    }
}
