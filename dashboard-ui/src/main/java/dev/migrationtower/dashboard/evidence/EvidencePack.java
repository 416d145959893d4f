package dev.migrationtower.dashboard.evidence;

import dev.migrationtower.dashboard.course.Course;
import dev.migrationtower.dashboard.record.PastEvents.Reader;
import dev.migrationtower.events.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The evidence of a run as one zip file: the record as a chain, the document that tells it to people, and the sums of both. The record
 * is read twice, so that it need not fit into memory.
 */
final class EvidencePack {
    static final String CHAIN = "events.ndjson";
    static final String DOCUMENT = "evidence.html";
    static final String SUMS = "SHA256SUMS";

    private final Record record;
    private final Taking taking;
    private final boolean french;

    /** What there is to be read of the run, as often as it is needed. */
    interface Record {
        /** Shows the reader all events, in order, until it has enough. */
        void walk(Reader reader);
    }

    EvidencePack(Record record, Taking taking, boolean french) {
        this.record = record;
        this.taking = taking;
        this.french = french;
    }

    /**
     * Writes all of it; leaves the stream open.
     *
     * @return the seal of the chain
     */
    String write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        StringBuilder sums = new StringBuilder();
        Course course = new Course();
        String[] seal = new String[1];
        sums.append(entry(zip, CHAIN, file -> seal[0] = chain(file, course)));
        sums.append(entry(zip, DOCUMENT, file -> document(file, course, seal[0])));
        entry(zip, SUMS, file -> file.write(sums.toString().getBytes(StandardCharsets.UTF_8)));
        zip.finish();
        zip.flush();
        return seal[0];
    }

    private String chain(OutputStream file, Course course) {
        Chain chain = new Chain(file);
        chain.add("taken", Json.write(taking));
        events((event, json) -> {
            course.take(event);
            chain.add("event", json);
            return true;
        });
        return chain.seal();
    }

    private void document(OutputStream file, Course course, String seal) throws IOException {
        EvidencePage page = new EvidencePage(course, taking, seal, french);
        file.write(page.beforeTheTimeline().getBytes(StandardCharsets.UTF_8));
        events((event, json) -> {
            try {
                if (!event.type().isMovement()) {
                    file.write(page.entry(event).getBytes(StandardCharsets.UTF_8));
                }
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        file.write(page.afterTheTimeline().getBytes(StandardCharsets.UTF_8));
    }

    /** What came while this is written is not part of it. */
    private void events(Reader reader) {
        record.walk((event, json) -> event.revision() <= taking.revision() && reader.read(event, json));
    }

    private interface Content {
        void to(OutputStream file) throws IOException;
    }

    /** Writes a file, and gives its line of the sums. */
    private static String entry(ZipOutputStream zip, String name, Content content) throws IOException {
        MessageDigest digest = Digests.sha256();
        zip.putNextEntry(new ZipEntry(name));
        content.to(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return HexFormat.of().formatHex(digest.digest()) + "  " + name + "\n";
    }
}
