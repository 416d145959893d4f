package dev.migrationtower.dashboard.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.dashboard.course.Told;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.RunMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class EvidencePackTest {
    private static final Told NIGHT =
            new Told("night-1", RunMode.PRODUCTION, "a word").wavering().comment(56);

    @Test
    void eachLineHasTheHashOfTheLineBeforeAndTheDocumentThatOfTheLast() throws Exception {
        Map<String, String> files = pack(NIGHT.events(), false);

        String before = "0".repeat(64);
        List<String> lines = files.get("events.ndjson").lines().toList();
        for (String line : lines) {
            assertThat(Json.mapper().readTree(line).path("prev").asText()).isEqualTo(before);
            before = sha256(line);
        }
        assertThat(files.get("evidence.html")).contains("id=\"seal\">" + before + "<");
        assertThat(files.get("SHA256SUMS"))
                .isEqualTo(sha256(files.get("events.ndjson")) + "  events.ndjson\n" + sha256(files.get("evidence.html"))
                        + "  evidence.html\n");
    }

    @Test
    void theChainHasWhoTookItThenEveryEventAsItStood() throws Exception {
        List<String> lines =
                pack(NIGHT.events(), false).get("events.ndjson").lines().toList();

        JsonNode taken = Json.mapper().readTree(lines.getFirst()).path("taken");
        assertThat(taken.path("by").asText()).isEqualTo("auditor-a");
        assertThat(taken.path("revision").asLong()).isEqualTo(NIGHT.events().size());
        assertThat(lines).hasSize(NIGHT.events().size() + 1);
        for (Event event : NIGHT.events()) {
            assertThat(lines.get((int) event.revision()))
                    .endsWith(",\"event\":" + new String(Json.write(event), StandardCharsets.UTF_8) + "}");
        }
    }

    @Test
    void theDocumentTellsPhasesDecisionsBreachesWaiversAndWhatWasSaid() throws Exception {
        String document = pack(NIGHT.events(), false).get("evidence.html").replace("&nbsp;", " ");

        assertThat(document)
                .contains("after 55 min 00 s", "overrun by 25 min 00 s")
                .contains("<td>passed</td>", "<td>4 min 00 s</td>")
                .contains("<td>go</td><td>a word</td>")
                .contains("<code>status == 503</code>")
                .contains("<td>close, check/app/orga</td>")
                .contains("10.0.0.7, password")
                .contains("revisions 1 to 8");
        assertThat(pack(NIGHT.events(), true).get("evidence.html"))
                .contains("<html lang=\"fr\">", "Ce qui s'est passé", "dépassée de");
    }

    @Test
    void whatIsMissingInTheRecordIsSaid() throws Exception {
        assertThat(pack(NIGHT.events().subList(2, 8), false).get("evidence.html"))
                .contains("revisions 3 to 8", "2 in between are missing");
        assertThat(pack(List.of(), false).get("evidence.html")).contains("<h1>night-1</h1>");
    }

    private static Map<String, String> pack(List<Event> events, boolean french) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long last = events.isEmpty() ? 0 : events.getLast().revision();
        new EvidencePack(
                        reader -> {
                            for (Event event : events) {
                                if (!reader.read(event, Json.write(event))) {
                                    return;
                                }
                            }
                        },
                        new Taking("night-1", Instant.parse("2022-07-24T08:00:00Z"), "auditor-a", last),
                        french)
                .write(out);
        Map<String, String> files = new TreeMap<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
