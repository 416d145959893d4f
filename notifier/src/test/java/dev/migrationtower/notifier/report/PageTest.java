package dev.migrationtower.notifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class PageTest {
    private static final String EVIL = "<script>alert(1)</script> | *b* [x](http://evil) & \"q\"\nsecond\u0000line";
    private static final Page PAGE = new Page(
            "../The Night: (1)",
            "night-1/7",
            List.of(
                    new Page.Heading(EVIL),
                    new Page.Paragraph(EVIL),
                    new Page.Table(List.of("When", "What"), List.of(List.of("22:00", EVIL)))));

    @Test
    void markdownShowsTextsAsTheyAre() {
        String markdown = Markdown.of(PAGE);

        assertThat(markdown)
                .startsWith("# ../The Night: (1)\n")
                .doesNotContain("<script>", "[x](")
                .contains("| When | What |\n|---|---|\n| 22:00 | &lt;script&gt;")
                .contains("\\*b\\*")
                .contains("<br>second line |");
    }

    @Test
    void theStorageFormatIsXmlAndShowsTextsAsTheyAre() throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        ("<page>" + StorageFormat.of(PAGE) + "</page>").getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();

        assertThat(root.getElementsByTagName("script").getLength()).isZero();
        assertThat(root.getElementsByTagName("h2").item(0).getTextContent())
                .isEqualTo(EVIL.replace("\n", "").replace("\u0000", " "));
        assertThat(root.getElementsByTagName("td").getLength()).isEqualTo(2);
    }

    @Test
    void aFileIsReplacedInPlaceAndNeverLeavesItsFolder(@TempDir Path folder) throws Exception {
        Folder wiki = new Folder(folder.resolve("reports"));

        wiki.put(PAGE);
        wiki.put(PAGE);

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .containsExactly(folder.resolve("reports").resolve("the-night-1.md"));
        }
    }
}
