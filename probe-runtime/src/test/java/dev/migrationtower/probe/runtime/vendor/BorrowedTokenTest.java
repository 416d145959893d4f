package dev.migrationtower.probe.runtime.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.probe.runtime.vendor.BorrowedToken.Loan;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BorrowedTokenTest {
    private static final VendorQuestion QUESTION = VendorQuestion.get(URI.create("https://vendor.example/"));

    private final List<CompletableFuture<Loan>> loans = new ArrayList<>();
    private long now;
    private final BorrowedToken token = new BorrowedToken(
            () -> {
                loans.add(new CompletableFuture<>());
                return loans.getLast();
            },
            answer -> answer.status() == 401,
            () -> now);

    @Test
    void oneRequestServesAllWhoWait() {
        CompletableFuture<Map<String, String>> first = headers();
        CompletableFuture<Map<String, String>> second = headers();
        loans.getFirst().complete(new Loan("a", Duration.ofHours(1)));

        assertThat(first.join()).isEqualTo(Map.of("Authorization", "Bearer a"));
        assertThat(second.join()).isEqualTo(first.join());
        assertThat(loans).hasSize(1);
    }

    @Test
    void itIsBorrowedAnewBeforeItEnds() {
        had("a");
        now = Duration.ofMinutes(53).toNanos();
        headers();
        assertThat(loans).hasSize(1);

        now = Duration.ofMinutes(55).toNanos();
        headers();
        assertThat(loans).hasSize(2);
    }

    @Test
    void aRefusedOneIsBorrowedAnewOnceHoweverManyGiveItBack() {
        Map<String, String> refused = had("a");
        token.renew(refused);
        had("b");
        token.renew(refused);

        assertThat(headers().join()).containsValue("Bearer b");
        assertThat(loans).hasSize(2);
    }

    /** Its refusal may come to somebody else after it was given back. */
    @Test
    void aTokenThatWasGivenBackIsStillASecret() {
        token.renew(had("a"));
        assertThat(token.secrets()).containsExactly("a");

        had("b");
        assertThat(token.secrets()).containsExactly("b", "a");
    }

    @Test
    void whenNoneCanBeHadTheNextWhoAsksTriesAgain() {
        CompletableFuture<Map<String, String>> first = headers();
        loans.getFirst().completeExceptionally(new VendorException(VendorFailure.UNAVAILABLE, "away"));
        assertThatThrownBy(first::join).hasRootCauseMessage("away");

        assertThat(had("b")).containsValue("Bearer b");
    }

    private Map<String, String> had(String name) {
        CompletableFuture<Map<String, String>> headers = headers();
        loans.getLast().complete(new Loan(name, Duration.ofHours(1)));
        return headers.join();
    }

    private CompletableFuture<Map<String, String>> headers() {
        return token.headers(QUESTION).toCompletableFuture();
    }
}
