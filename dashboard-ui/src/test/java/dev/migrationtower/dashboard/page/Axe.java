package dev.migrationtower.dashboard.page;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of WCAG 2.2 A and AA, as far as axe-core can see whether they are kept. */
final class Axe {
    private static final String RULES = source();
    private static final String RUN = """
            () => axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
              .then(({violations}) => violations.flatMap(({id, nodes}) =>
                nodes.map(({target, failureSummary}) => `${id}: ${target.flat().join(" ")}: ${failureSummary}`)))""";

    private Axe() {}

    /** What is not as it should be on this page, a sentence each. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(RULES);
        return (List<String>) page.evaluate(RUN);
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
