package dev.migrationtower.core.night;

import dev.migrationtower.events.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/** The night of 23 July 2022, for tests of whoever reads a record. */
public final class PixNight {
    private PixNight() {}

    /** All that was told of it, under this plan. */
    public static List<Event> events(String plan) {
        return of(plan).events();
    }

    /** The plan as it was at first. */
    public static String plan() {
        return resource("/plans/plan.pix-2022.yaml");
    }

    static Rerun of(String plan) {
        return Rerun.of(ScenarioReader.read(resource("/night/pix-2022.scenario"), ZoneId.of("Europe/Paris")), plan);
    }

    private static String resource(String name) {
        try (InputStream in = PixNight.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
