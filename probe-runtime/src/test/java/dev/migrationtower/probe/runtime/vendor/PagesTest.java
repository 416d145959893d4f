package dev.migrationtower.probe.runtime.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final URI BASE = URI.create("https://vendor.example/monitors");
    private static final VendorQuestion FIRST = VendorQuestion.get(BASE);

    @Test
    void pagesAreReadUntilOneNamesNoNext() {
        assertThat(all(page -> CompletableFuture.completedFuture(page.url().getQuery() == null ? 2 : 0)))
                .isCompletedWithValue(List.of(2, 0));
    }

    @Test
    void onePageThatIsMissingAndNothingIsHad() {
        CompletableFuture<List<Integer>> read = all(page -> page.url().getQuery() == null
                ? CompletableFuture.completedFuture(2)
                : CompletableFuture.failedFuture(new VendorException(VendorFailure.NOT_FOUND, "no page 2")));

        assertThatThrownBy(read::join).hasRootCauseMessage("no page 2");
    }

    @Test
    void pagesInACircleAreNoList() {
        assertThatThrownBy(
                        () -> all(page -> CompletableFuture.completedFuture(2)).join())
                .hasMessageContaining("pages without end");
    }

    @Test
    void theNextPageIsNeverOnAnotherHost() {
        assertThat(Pages.next(FIRST, "http://elsewhere.example/other?page=2").url())
                .isEqualTo(URI.create("https://vendor.example/monitors?page=2"));
        assertThatThrownBy(() -> Pages.next(FIRST, "https://vendor.example/s3cret/2"))
                .isInstanceOf(VendorException.class)
                .hasMessageContaining("next page")
                .hasMessageNotContaining("s3cret");
    }

    private static CompletableFuture<List<Integer>> all(Function<VendorQuestion, CompletionStage<Integer>> ask) {
        return Pages.all(
                        FIRST,
                        ask,
                        (next, asked) -> next == 0
                                ? Optional.empty()
                                : Optional.of(VendorQuestion.get(URI.create(BASE + "?page=" + next))))
                .toCompletableFuture();
    }
}
