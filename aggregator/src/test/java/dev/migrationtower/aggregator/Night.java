package dev.migrationtower.aggregator;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.RunMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What goes into a run of the plan night.yaml: two applications are closed, then opened again. */
public final class Night {
    private Night() {}

    public static Command loadPlan(String run, Instant at) {
        return command(run, at, new Action.LoadPlan(plan(), RunMode.SIMULATION, List.of()));
    }

    /** The same plan, which has lost one of its two applications. */
    public static Command loadPlanWithoutCertif(String run, Instant at) {
        String smaller = plan().replace(", {id: certif}", "");
        return command(run, at, new Action.LoadPlan(smaller, RunMode.SIMULATION, List.of()));
    }

    public static Command start(String run, Instant at) {
        return command(run, at, new Action.Start());
    }

    public static Command comment(String run, Instant at, String text) {
        return command(run, at, new Action.Comment(text));
    }

    public static Observation saw(String run, String item, int status, Instant at) {
        return new Observation(
                UUID.randomUUID().toString(),
                run,
                "app",
                item,
                "http",
                "probe-http-1",
                at,
                12,
                null,
                new Outcome.Reading(Map.of("status", status)),
                null,
                null);
    }

    private static Command command(String run, Instant at, Action action) {
        return new Command(UUID.randomUUID().toString(), run, at, "oncall-a", null, null, action, null);
    }

    private static String plan() {
        try (InputStream in = Night.class.getResourceAsStream("/night.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
