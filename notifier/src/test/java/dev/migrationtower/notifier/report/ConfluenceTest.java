package dev.migrationtower.notifier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfluenceTest {
    private static final String TITLE = "La nuit & \"plus\" (night-1)";

    private PretendedConfluence wiki;

    @BeforeEach
    void open() throws IOException {
        wiki = new PretendedConfluence();
    }

    @AfterEach
    void close() {
        wiki.close();
    }

    private Confluence of(ReportConfig.Edition edition) {
        HttpClient http = HttpClient.newHttpClient();
        return switch (edition) {
            case CLOUD -> new ConfluenceCloud(http, wiki.url(), "me@example.org", "s3cret", "OPS", "7");
            case DATA_CENTER -> new ConfluenceDataCenter(http, wiki.url(), "s3cret", "OPS", "7");
        };
    }

    private static Page page(String stamp, String text) {
        return new Page(TITLE, stamp, List.of(new Page.Paragraph(text)));
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsMadeOnceAndThenReplaced(ReportConfig.Edition edition) throws Exception {
        Confluence confluence = of(edition);

        confluence.put(page("a", "first"));
        confluence.put(page("b", "second"));
        confluence.put(page("c", "third"));

        assertThat(wiki.pages)
                .containsOnlyKeys(TITLE)
                .containsValue(new PretendedConfluence.Kept("100", 3, "c", "<p>third</p>"));
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatStandsThereIsNotWrittenAgain(ReportConfig.Edition edition) throws Exception {
        of(edition).put(page("a", "first"));
        of(edition).put(page("b", "second"));

        of(edition).put(page("b", "second"));

        assertThat(wiki.pages.get(TITLE).version()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWasQuickerIsReplaced(ReportConfig.Edition edition) throws Exception {
        Confluence confluence = of(edition);
        confluence.put(page("a", "first"));
        wiki.othersAreQuicker = 1;

        confluence.put(page("b", "second"));

        assertThat(wiki.pages.get(TITLE)).isEqualTo(new PretendedConfluence.Kept("100", 3, "b", "<p>second</p>"));
    }

    @ParameterizedTest
    @EnumSource
    void afterThreeConflictsTheNextRoundTriesAgainAndNoSecretIsTold(ReportConfig.Edition edition) throws Exception {
        Confluence confluence = of(edition);
        confluence.put(page("a", "first"));
        wiki.othersAreQuicker = 3;

        assertThatThrownBy(() -> confluence.put(page("b", "second")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("HTTP 409")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @EnumSource
    void eachEditionIsSpokenToInItsOwnWay(ReportConfig.Edition edition) throws Exception {
        of(edition).put(page("a", "first"));

        assertThat(wiki.asked)
                .allMatch(asked -> asked.contains(
                        edition == ReportConfig.Edition.CLOUD ? "/wiki/api/v2/" : "/wiki/rest/api/content"))
                .allMatch(asked -> asked.endsWith(
                        edition == ReportConfig.Edition.CLOUD
                                ? "Basic bWVAZXhhbXBsZS5vcmc6czNjcmV0"
                                : "Bearer s3cret"));
    }
}
