package dev.migrationtower.local;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a chain of events is worth: lines of which each begins with the SHA-256 of the line before, {@code {"prev":"<64 hexadecimal
 * digits>",}.
 *
 * @param lines how many were read
 * @param seal the SHA-256 of the last of them, without its line break
 * @param trouble what is broken, and where; absent: nothing
 */
record ChainReading(long lines, String seal, @Nullable String trouble) {
    private static final String NOTHING_BEFORE = "0".repeat(64);
    private static final Pattern BEGINNING = Pattern.compile("\\{\"prev\":\"([0-9a-f]{64})\",");
    private static final int BEGINNING_LENGTH = 75;

    /** Reads line by line, and stops at the first that is broken. */
    static ChainReading of(InputStream chain) throws IOException {
        InputStream in = new BufferedInputStream(chain, 1 << 16);
        String seal = NOTHING_BEFORE;
        long lines = 0;
        byte[] line;
        while ((line = line(in)) != null) {
            lines++;
            Matcher beginning = BEGINNING.matcher(
                    new String(line, 0, Math.min(line.length, BEGINNING_LENGTH), StandardCharsets.UTF_8));
            if (!beginning.lookingAt()) {
                return new ChainReading(lines, seal, "line " + lines + " is broken: it does not begin with a hash");
            }
            if (!beginning.group(1).equals(seal)) {
                return new ChainReading(lines, seal, trouble(lines));
            }
            seal = HexFormat.of().formatHex(sha256().digest(line));
        }
        return new ChainReading(lines, seal, lines == 0 ? "there is no line in it" : null);
    }

    private static String trouble(long line) {
        return line == 1
                ? "line 1 is broken: something stood before it"
                : "line " + (line - 1) + " is broken: it is not what line " + line + " says that it was";
    }

    /** The next line without its break; null after the last. */
    private static byte @Nullable [] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return line.toByteArray();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
