package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    private static final String[] EVENTS = {"{\"revision\":1}", "{\"revision\":2}", "{\"revision\":3}"};

    @TempDir
    Path folder;

    @Test
    void aChainThatIsWholeIsSaidToBeSoWithItsSeal() throws Exception {
        Verification verification = verify("events.ndjson", chain());

        assertThat(verification.whole()).isTrue();
        assertThat(verification.text()).contains("3 lines", "seal " + seal(chain()));
    }

    @Test
    void everyByteThatIsChangedIsFoundAndItsLineNamed() throws Exception {
        byte[] whole = chain().getBytes(StandardCharsets.UTF_8);
        // of the last line, and of the break before it, only the seal can tell
        int last = chain().lastIndexOf("{\"prev\"") - 1;
        for (int at = 0; at < last; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(folder.resolve("changed.ndjson"), changed);

            Verification verification =
                    Verification.of(folder.resolve("changed.ndjson").toString());

            assertThat(verification.whole()).as("byte %d", at).isFalse();
            assertThat(verification.text()).containsPattern("line \\d+ is broken");
        }
    }

    @Test
    void aLineThatIsChangedIsTheOneThatIsNamed() throws Exception {
        assertThat(verify("c.ndjson", chain().replace("\"revision\":2", "\"revision\":7"))
                        .text())
                .endsWith("line 2 is broken: it is not what line 3 says that it was");
        assertThat(verify("c.ndjson", chain().lines().skip(1).reduce("", (a, b) -> a + b + "\n"))
                        .text())
                .endsWith("line 1 is broken: something stood before it");
        assertThat(verify("c.ndjson", "x\n").text()).endsWith("line 1 is broken: it does not begin with a hash");
        assertThat(verify("c.ndjson", "").whole()).isFalse();
    }

    @Test
    void aPackIsWholeIfItsDocumentNamesTheSealAndNothingInItChanged() throws Exception {
        String document = "<code id=\"seal\">" + seal(chain()) + "</code>";
        assertThat(Verification.of(zip(chain(), document, sums(chain(), document)))
                        .whole())
                .isTrue();

        String cut = chain().substring(0, chain().lastIndexOf("{\"prev\""));
        assertThat(Verification.of(zip(cut, document, sums(cut, document))))
                .as("the last line was cut off")
                .satisfies(verification -> {
                    assertThat(verification.whole()).isFalse();
                    assertThat(verification.text()).contains("line 2 is broken, or lines after it are missing");
                });
        String forged = document + " ";
        assertThat(Verification.of(zip(chain(), forged, sums(chain(), document)))
                        .text())
                .contains("evidence.html is not as it was taken");
        assertThat(Verification.of(zip(chain(), "<p>", sums(chain(), "<p>"))).text())
                .contains("names no seal");
    }

    @Test
    void whatIsDamagedIsNotTakenForWhole() throws Exception {
        Path zip = Path.of(zip(chain(), "", ""));
        byte[] bytes = Files.readAllBytes(zip);
        bytes[60] ^= 1;
        Files.write(zip, bytes);

        assertThat(Verification.of(zip.toString()).whole()).isFalse();
        assertThatThrownBy(() -> Verification.of("nowhere.zip"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot read nowhere.zip: no such file");
    }

    private Verification verify(String name, String text) throws IOException {
        return Verification.of(Files.writeString(folder.resolve(name), text).toString());
    }

    private String zip(String chain, String document, String sums) throws IOException {
        Path file = folder.resolve("evidence.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "events.ndjson", chain);
            put(zip, "evidence.html", document);
            put(zip, "SHA256SUMS", sums);
        }
        return file.toString();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String sums(String chain, String document) {
        return sha256(chain) + "  events.ndjson\n" + sha256(document) + "  evidence.html\n";
    }

    private static String chain() {
        StringBuilder chain = new StringBuilder();
        String before = "0".repeat(64);
        for (String event : EVENTS) {
            String line = "{\"prev\":\"" + before + "\",\"event\":" + event + "}";
            before = sha256(line);
            chain.append(line).append('\n');
        }
        return chain.toString();
    }

    private static String seal(String chain) {
        return sha256(chain.lines().toList().getLast());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
