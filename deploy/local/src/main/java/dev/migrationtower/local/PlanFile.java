package dev.migrationtower.local;

import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.PlanReader;
import dev.migrationtower.core.plan.PlanReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A plan as somebody wrote it.
 *
 * @param name as the person at the terminal calls it
 */
record PlanFile(String name, String yaml) {
    /** What stands for the standard input on the command line. */
    static final String STDIN = "-";

    /** The standard input's name where things are told of it. */
    private static final String SHOWN = "<stdin>";

    /**
     * Reads the file of this name, or the standard input.
     *
     * @throws Refusal if there is no text
     */
    static PlanFile read(String name, InputStream stdin) {
        String shown = name.equals(STDIN) ? SHOWN : name;
        try {
            byte[] bytes = name.equals(STDIN) ? stdin.readAllBytes() : Files.readAllBytes(Path.of(name));
            return new PlanFile(
                    shown,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new Refusal(shown + " is not UTF-8 text");
        } catch (IOException e) {
            boolean missing = !name.equals(STDIN) && Files.notExists(Path.of(name));
            throw new Refusal("Cannot read " + shown + ": " + (missing ? "no such file" : e.getMessage()));
        }
    }

    /**
     * The plan that it says.
     *
     * @throws Refusal if it says none that makes sense
     */
    Plan plan() {
        return switch (PlanReader.read(yaml)) {
            case PlanReading.Readable readable -> readable.plan();
            case PlanReading.Refused refused ->
                throw new Refusal(name + " makes no sense, beginning at line "
                        + refused.problems().getFirst() + ". All of it: ./tower validate "
                        + (name.equals(SHOWN) ? STDIN : name));
        };
    }
}
