package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.test.docs.Example;
import dev.migrationtower.test.docs.Example.Form;
import dev.migrationtower.test.docs.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages: short, linked, and with nothing to copy that is not tried or excused. What is tried, {@link DocsIT} tries. */
class DocsTest {
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src=\")(?!https?:)([^)#\"]*)(?:#([^)]*))?[)\"]");

    @Test
    void everyBlockIsFoundWhateverItsForm() {
        List<Example> found = Pages.examples("page.md", """
                Type `./tower validate plan.yaml`, not `./tower` alone, and ask `GET /api/v1/runs`.

                ```yaml plan.yaml
                tower: 1
                ```

                    ./tower demo

                ```
                curl localhost:8080
                ```
                ```python
                print(1)
                ```
                ```text
                a picture
                ```
                """);

        assertThat(found)
                .extracting(Example::form)
                .containsExactly(Form.COMMANDS, Form.REQUEST, Form.FILE, Form.COMMANDS, Form.COMMANDS, Form.NAMELESS);
        assertThat(found)
                .extracting(Example::text)
                .contains("./tower validate plan.yaml", "GET /api/v1/runs", "tower: 1\n", "./tower demo\n");
        assertThat(found).extracting(Example::line).containsExactly(1, 1, 4, 7, 10, 13);
    }

    @Test
    void nobodyWondersHowToTryABlock() {
        assertThat(Pages.examples())
                .hasSizeGreaterThan(50)
                .as("a fence names its file (```yaml plan.yaml), or has no language and is typed, or is text")
                .noneMatch(example -> example.form() == Form.NAMELESS);
    }

    @Test
    void everyExcuseIsForSomethingThatIsThere() {
        List<Example> examples = Pages.examples();

        assertThat(Excuse.all()).allSatisfy(excuse -> assertThat(examples).anyMatch(excuse::covers));
        assertThat(Excuse.all().stream().filter(Excuse::untried)).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void aTestThatIsNamedTakesTheExamplesFromTheirPage() throws IOException {
        List<Path> tests = tests();
        for (Example example : Pages.examples()) {
            Optional<Excuse> test = Excuse.of(example).filter(excuse -> !excuse.untried());
            if (test.isPresent()) {
                Path file = tests.stream()
                        .filter(one -> one.endsWith(test.get().who() + ".java"))
                        .findFirst()
                        .orElseThrow(() ->
                                new AssertionError("there is no " + test.get().who()));
                Path page = Path.of(example.page()).getFileName();
                assertThat(tests.stream().filter(one -> one.getParent().equals(file.getParent())))
                        .as(test.get().who() + ", or what stands beside it, takes " + example)
                        .anyMatch(one -> read(one).contains("\"" + example.name() + "\"")
                                || read(one).contains("\"" + example.page() + "\"")
                                || example.form() != Form.FILE && read(one).contains("\"" + page + "\""));
            }
        }
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (String page : Pages.all()) {
            LINK.matcher(Pages.text(page)).results().forEach(link -> assertLeads(page, link));
        }
    }

    @Test
    void everyPageIsReachedFromTheReadme() {
        assertThat(Pages.all().stream().filter(page -> page.startsWith("docs/") || page.startsWith("deploy/")))
                .allSatisfy(page -> assertThat(Pages.text("README.md")).contains("](" + page));
    }

    @Test
    void theyAreShort() {
        assertThat(Pages.text("README.md").lines().count()).isLessThanOrEqualTo(105);
        assertThat(Pages.text("docs/tutorial.md").lines().count()).isLessThanOrEqualTo(120);
    }

    private static void assertLeads(String page, MatchResult link) {
        Path from = Pages.ROOT.resolve(page);
        Path to = link.group(1).isEmpty() ? from : from.resolveSibling(link.group(1));
        assertThat(to).as("a link of " + page).exists();
        if (link.group(2) != null && to.toString().endsWith(".md")) {
            assertThat(read(to).lines()
                            .filter(line -> line.startsWith("#"))
                            .map(line -> line.replaceFirst("#+ ", "")
                                    .toLowerCase(Locale.ROOT)
                                    .replaceAll("[^a-z0-9 -]", "")
                                    .replace(' ', '-')))
                    .as("headings of " + to)
                    .contains(link.group(2));
        }
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Pages.ROOT, 12)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("src/test/java"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
