package dev.migrationtower.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./tower verify}: whether the evidence of a run is as it was taken. A zip has the record as a chain, the document that names
 * the chain's seal, and the sums of both; of a chain alone it can be told only that it is whole, up to its seal.
 *
 * @param text what there is to say, for people
 */
record Verification(boolean whole, String text) {
    private static final String CHAIN = "events.ndjson";
    private static final String DOCUMENT = "evidence.html";
    private static final String SUMS = "SHA256SUMS";
    private static final int HEAD = 1 << 16;
    private static final Pattern SEAL = Pattern.compile("id=\"seal\">([0-9a-f]{64})<");

    /**
     * Reads a file.
     *
     * @throws Refusal if it cannot be read
     */
    static Verification of(String name) {
        Path file = Path.of(name);
        try {
            return isZip(file) ? ofZip(file) : ofChain(file);
        } catch (ZipException e) {
            return new Verification(false, name + ": the zip file is damaged: " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new Refusal("Cannot read " + name + ": no such file");
        } catch (IOException e) {
            throw new Refusal("Cannot read " + name + ": " + e.getMessage());
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    private static Verification ofChain(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ChainReading chain = ChainReading.of(in);
            return chain.trouble() == null
                    ? new Verification(
                            true,
                            file + ": " + chain.lines()
                                    + " lines, each as the next one says; that none is missing at the end"
                                    + " only the seal can tell: it must be the one in " + DOCUMENT + "\nseal "
                                    + chain.seal())
                    : new Verification(false, file + ": " + chain.trouble());
        }
    }

    private static Verification ofZip(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String part : new String[] {CHAIN, DOCUMENT, SUMS}) {
                if (zip.getEntry(part) == null) {
                    return new Verification(false, file + ": " + part + " is missing in it");
                }
            }
            ChainReading chain;
            try (InputStream in = open(zip, CHAIN)) {
                chain = ChainReading.of(in);
            }
            String trouble = trouble(zip, chain);
            return trouble == null
                    ? new Verification(
                            true,
                            file + ": " + chain.lines()
                                    + " lines, each as the next one says, and the document that tells"
                                    + " of them is as it was taken\nseal " + chain.seal())
                    : new Verification(false, file + ": " + trouble);
        }
    }

    private static @Nullable String trouble(ZipFile zip, ChainReading chain) throws IOException {
        if (chain.trouble() != null) {
            return CHAIN + ": " + chain.trouble();
        }
        Matcher seal = SEAL.matcher(head(zip, DOCUMENT));
        if (!seal.find()) {
            return DOCUMENT + " names no seal";
        }
        if (!seal.group(1).equals(chain.seal())) {
            return CHAIN + ": line " + chain.lines() + " is broken, or lines after it are missing: " + DOCUMENT
                    + " has the seal " + seal.group(1) + ", and the chain ends with " + chain.seal();
        }
        return head(zip, SUMS).equals(sum(zip, CHAIN) + sum(zip, DOCUMENT))
                ? null
                : DOCUMENT + " is not as it was taken: " + SUMS + " has another sum";
    }

    /** The line of a part among the sums. */
    private static String sum(ZipFile zip, String part) throws IOException {
        MessageDigest digest = ChainReading.sha256();
        try (InputStream in = open(zip, part)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest()) + "  " + part + "\n";
    }

    /** As much of a part as its seal or its sums may stand in: a document may be longer than memory. */
    private static String head(ZipFile zip, String part) throws IOException {
        try (InputStream in = open(zip, part)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(ZipFile zip, String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        return zip.getInputStream(entry);
    }
}
