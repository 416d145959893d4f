package dev.migrationtower.core.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The plans that tests read. */
final class Plans {
    /** Every key of the format. */
    static final String PIX = resource("/plans/plan.pix-2022.yaml");

    static final String NIGHT = resource("/plans/night.yaml");

    private Plans() {}

    /** The plan of a text that is right. */
    static Plan read(String yaml) {
        return switch (PlanReader.read(yaml)) {
            case PlanReading.Readable readable -> readable.plan();
            case PlanReading.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    /** What is wrong with a text, as people see it. */
    static List<String> problems(String yaml) {
        return switch (PlanReader.read(yaml)) {
            case PlanReading.Readable readable -> List.of();
            case PlanReading.Refused refused ->
                refused.problems().stream().map(Problem::toString).toList();
        };
    }

    /** What is hardly meant in a text that is right, as people see it. */
    static List<String> warnings(String yaml) {
        return switch (PlanReader.read(yaml)) {
            case PlanReading.Readable readable ->
                readable.warnings().stream().map(Problem::toString).toList();
            case PlanReading.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private static String resource(String name) {
        try (InputStream in = Plans.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
