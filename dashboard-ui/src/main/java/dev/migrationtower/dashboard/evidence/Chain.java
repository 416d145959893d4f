package dev.migrationtower.dashboard.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Lines of which each has the SHA-256 of the line before, so that none can be changed, left out or put in without the next one saying
 * so: {@code {"prev":"<64 hexadecimal digits>","<name>":<JSON>}}. For one thread.
 */
final class Chain {
    /** What the first line has in place of a hash. */
    static final String NOTHING_BEFORE = "0".repeat(64);

    private final MessageDigest digest = Digests.sha256();
    private final OutputStream out;
    private String seal = NOTHING_BEFORE;

    Chain(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes the next line.
     *
     * @param json without a line break
     * @throws UncheckedIOException if it cannot be written
     */
    void add(String name, byte[] json) {
        try {
            write(("{\"prev\":\"" + seal + "\",\"" + name + "\":").getBytes(StandardCharsets.UTF_8));
            write(json);
            write("}".getBytes(StandardCharsets.UTF_8));
            seal = HexFormat.of().formatHex(digest.digest());
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte[] part) throws IOException {
        digest.update(part);
        out.write(part);
    }

    /** The SHA-256 of the last line, without its line break: it stands for all of them. */
    String seal() {
        return seal;
    }
}
