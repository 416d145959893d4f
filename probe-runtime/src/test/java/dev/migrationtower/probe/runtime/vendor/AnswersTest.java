package dev.migrationtower.probe.runtime.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private final List<CompletableFuture<VendorAnswer>> asked = new ArrayList<>();
    private long now;
    private Answers answers = new Answers(new Budget(12, PERIOD), PERIOD, () -> now);

    @Test
    void whoAsksTheSameMeanwhileWaitsForTheSameAnswer() {
        ask("ps");
        ask("ps");

        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerIsGivenAgainUntilItIsTheQuestionsTurn() {
        ask("ps");
        answer();
        now = Duration.ofMillis(4_900).toNanos();
        ask("ps");
        assertThat(asked).hasSize(1);

        now = Duration.ofSeconds(5).toNanos();
        ask("ps");
        assertThat(asked).hasSize(2);
    }

    @Test
    void theMoreQuestionsThereAreTheLongerAnAnswerIsKept() {
        ask("ps");
        ask("containers");

        assertThat(answers.keep()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whereRequestsAreDearAFailureIsGivenAgainUntilItIsTheQuestionsTurn() {
        ask("ps");
        fail();
        ask("ps");
        assertThat(asked).hasSize(1);

        now = Duration.ofSeconds(5).toNanos();
        ask("ps");
        assertThat(asked).hasSize(2);
    }

    @Test
    void whereRequestsAreCheapAFailureIsNeverGivenAgain() {
        answers = new Answers(new Budget(60, PERIOD), PERIOD, () -> now);
        ask("ps");
        fail();
        ask("ps");

        assertThat(asked).hasSize(2);
    }

    @Test
    void aQuestionThatTookManyRequestsComesTheLaterAgain() {
        answers.of("pages", () -> CompletableFuture.completedFuture("all"), all -> 7);

        assertThat(answers.keep()).isEqualTo(Duration.ofSeconds(35));
    }

    @Test
    void questionsThatNobodyAsksAnyMoreCountNoLonger() {
        ask("ps");
        answer();
        now = PERIOD.toNanos() * 2;
        ask("containers");

        assertThat(answers.keep()).isEqualTo(Duration.ofSeconds(5));
    }

    private void ask(String question) {
        answers.of(
                question,
                () -> {
                    asked.add(new CompletableFuture<>());
                    return asked.getLast();
                },
                answer -> 1);
    }

    private void fail() {
        asked.getLast().completeExceptionally(new VendorException(VendorFailure.UNAVAILABLE, "away"));
    }

    private void answer() {
        asked.getLast().complete(new VendorAnswer(200, Map.of(), new byte[0]));
    }
}
