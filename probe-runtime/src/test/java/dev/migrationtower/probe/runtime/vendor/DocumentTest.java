package dev.migrationtower.probe.runtime.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final String SECRET = "s3cret-token";
    private static final UnaryOperator<String> HIDE = text -> text.replace(SECRET, "***");
    private static final VendorQuestion QUESTION = VendorQuestion.get(URI.create("http://vendor/things"));

    private record Thing(int number) {}

    @Test
    void theWordsOfAnErrorAreShownAndAPageOfHtmlIsNot() {
        assertThat(words("{\"errors\":[\"no such monitor\"]}")).isEqualTo(": [\"no such monitor\"]");
        assertThat(words("Retry later")).isEqualTo(": Retry later");
        assertThat(words("<html>502</html>")).isEqualTo(" with a page of HTML");
        assertThat(words("")).isEmpty();
    }

    /** Words are cut at 200 characters, which may be in the middle of what a careless vendor repeats. */
    @Test
    void noPartOfASecretIsLeftWhereWordsAreCut() {
        assertThat(words("{\"error\":\"" + "x".repeat(195) + SECRET + "\"}")).doesNotContain("s3cre");
        String number = "\"" + "x".repeat(110) + SECRET + "\"";
        assertThatThrownBy(() -> read("{\"number\": " + number + "}"))
                .hasMessageContaining("something else than expected")
                .hasMessageNotContaining("s3cre");
    }

    @Test
    void aNumberThatIsAbsentIsNoZero() {
        assertThatThrownBy(() -> read("{}")).hasMessageContaining("number");
        assertThatThrownBy(() -> read("{\"number\": null}")).hasMessageContaining("number");
        assertThatThrownBy(() -> read("{\"number\": \"0\"}")).hasMessageContaining("something else than expected");
    }

    private static String words(String body) {
        return Document.words(answer(body), HIDE);
    }

    private static Thing read(String body) {
        return Document.read(QUESTION, answer(body), Thing.class, HIDE);
    }

    private static VendorAnswer answer(String body) {
        return new VendorAnswer(403, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
