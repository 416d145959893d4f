package dev.migrationtower.local;

import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.PlanReader;
import dev.migrationtower.core.plan.PlanReading;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** {@code ./tower validate}: whether a plan makes sense, in the form that editors and CI jump to. */
final class Validation {
    private Validation() {}

    /** Tells what is wrong with the file, one line each, and returns whether nothing is. */
    static boolean of(Path file, Consumer<String> say) {
        return switch (PlanReader.read(text(file))) {
            case PlanReading.Readable readable -> {
                say.accept(file + ": " + summary(readable.plan()));
                yield true;
            }
            case PlanReading.Refused refused -> {
                refused.problems().forEach(problem -> say.accept(file + ":" + problem));
                yield false;
            }
        };
    }

    /**
     * The text of a plan.
     *
     * @throws Refusal if there is none
     */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Refusal(file + " is not UTF-8 text");
        } catch (IOException e) {
            throw new Refusal("Cannot read " + file + ": " + (Files.exists(file) ? e.getMessage() : "no such file"));
        }
    }

    private static String summary(Plan plan) {
        int items = plan.checks().values().stream()
                .mapToInt(check -> check.items().size())
                .sum();
        return "plan %s makes sense: %d phases, %d checks of %d items"
                .formatted(plan.id(), plan.phases().size(), plan.checks().size(), items);
    }
}
