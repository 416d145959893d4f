package dev.migrationtower.probe.postgres.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is asked of a server: one file {@code <name>.<from>-<to>.sql} among the resources of this package for each range of versions
 * that understands the same words. A server newer than all ranges is asked in the newest words. Immutable.
 */
public final class Question {
    /** The oldest version of PostgreSQL that is asked anything. */
    public static final int OLDEST = 12;
    /** The newest one that was tried. */
    public static final int NEWEST = 18;

    private final NavigableMap<Integer, String> wordings = new TreeMap<>();

    private Question() {}

    /**
     * A question of that name.
     *
     * @param since the versions, rising, with which the words change; none: all understand the same
     * @throws IllegalStateException if a file is missing
     */
    public static Question of(String name, int... since) {
        Question question = new Question();
        int from = OLDEST;
        for (int next : since) {
            question.wordings.put(from, read(name, from, next - 1));
            from = next;
        }
        question.wordings.put(from, read(name, from, NEWEST));
        return question;
    }

    /** In the words of that version, such as 17. */
    String sql(int version) {
        Entry<Integer, String> wording = wordings.floorEntry(version);
        return wording == null ? wordings.firstEntry().getValue() : wording.getValue();
    }

    private static String read(String name, int from, int to) {
        String file = name + "." + from + "-" + to + ".sql";
        try (InputStream in = Question.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + file + " cannot be read", e);
        }
    }
}
