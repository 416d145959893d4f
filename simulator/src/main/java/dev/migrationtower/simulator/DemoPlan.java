package dev.migrationtower.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The plan of the demo, {@code plan.demo.yaml}, with this night's hours and addresses. */
final class DemoPlan {
    private static final Duration WINDOW = Duration.ofMinutes(6);

    private DemoPlan() {}

    /**
     * The text of the plan.
     *
     * @param opens when the night begins
     * @param port where the estate listens
     */
    static String text(OffsetDateTime opens, int port) {
        OffsetDateTime begin = opens.truncatedTo(ChronoUnit.SECONDS);
        String plan = asWritten();
        plan = replace(plan, "127.0.0.1:9001", "127.0.0.1:" + port);
        plan = replace(plan, "2026-11-22T22:00:00+01:00", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(begin));
        return replace(
                plan, "2026-11-22T22:06:00+01:00", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(begin.plus(WINDOW)));
    }

    private static String asWritten() {
        try (InputStream plan = DemoPlan.class.getResourceAsStream("plan.demo.yaml")) {
            return new String(plan.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String replace(String plan, String placeholder, String value) {
        if (!plan.contains(placeholder)) {
            throw new IllegalStateException("plan.demo.yaml does not say " + placeholder);
        }
        return plan.replace(placeholder, value);
    }
}
