package dev.migrationtower.notifier.notice;

import dev.migrationtower.events.AnnounceView;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.GateView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of one phase, for tests; what happens in it is put together word by word. */
public final class Scene {
    public static final Instant TEN = Instant.parse("2026-11-22T21:00:00Z");
    public static final Tempo TEMPO = new Tempo(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(15),
            Duration.ofHours(4),
            Duration.ofMinutes(5));

    private final String run;
    private final String title;
    private final RunMode mode;
    private long revision;

    public Scene() {
        this("night-1", "The night", RunMode.PRODUCTION);
    }

    public Scene(String run, String title, RunMode mode) {
        this.run = run;
        this.title = title;
        this.mode = mode;
    }

    public Event loaded(Instant at, @Nullable Window window) {
        return event(at, EventType.PLAN_LOADED, runView(RunState.SCHEDULED, window, null, null, "Close"));
    }

    public Event started(Instant at) {
        return event(at, EventType.RUN_STARTED, runView(RunState.IN_PROGRESS, null, at, null, "Close"));
    }

    public Event ended(Instant at, Instant startedAt) {
        return event(at, EventType.RUN_COMPLETED, runView(RunState.COMPLETED, null, startedAt, at, "Close"));
    }

    public Event phase(Instant at, String phaseTitle) {
        return event(at, EventType.PHASE_STARTED, phaseView(phaseTitle, PhaseState.ACTIVE));
    }

    public Event breached(Instant at, String check) {
        return event(at, EventType.BREACH_DETECTED, checkView(check, Verdict.NOT_MET, at, at));
    }

    public Event unseen(Instant at, String check) {
        return event(at, EventType.CHECK_STALE, checkView(check, Verdict.UNKNOWN, at, null));
    }

    public Event well(Instant at, String check) {
        return event(at, EventType.BREACH_CLEARED, checkView(check, Verdict.MET, at, null));
    }

    private Event event(Instant at, EventType type, View view) {
        return new Event(run, ++revision, type, at, "run", "because", null, null, null, null, view);
    }

    private RunView runView(
            RunState state,
            @Nullable Window window,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            String phaseTitle) {
        return new RunView(
                run,
                revision + 1,
                "night",
                1,
                Text.of(title),
                null,
                List.of(),
                mode,
                state,
                ZoneId.of("Europe/Paris"),
                window,
                TEN,
                startedAt,
                endedAt,
                false,
                List.of(),
                List.of(),
                null,
                new AnnounceView(
                        List.of(Duration.ofHours(24), Duration.ofHours(1)),
                        List.of("start", "phase", "breach", "overrun", "end"),
                        null),
                List.of(phaseView(phaseTitle, startedAt == null ? PhaseState.PENDING : PhaseState.ACTIVE)),
                null,
                true,
                List.of());
    }

    private PhaseView phaseView(String phaseTitle, PhaseState state) {
        return new PhaseView(
                "close",
                revision + 1,
                Text.of(phaseTitle),
                false,
                state,
                0,
                null,
                null,
                TEN,
                null,
                0,
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                new GateView(GateResult.NO_GO, 1, TEN, null, 0, 1, 0, 0, List.of(), null));
    }

    private CheckView checkView(String check, Verdict verdict, Instant since, @Nullable Instant breachedSince) {
        return new CheckView(
                run,
                check,
                check,
                revision + 1,
                "http",
                Text.of(check),
                null,
                "gate",
                verdict,
                since,
                null,
                List.of(new ExpectationView(
                        "close",
                        true,
                        "closed",
                        "status == 503",
                        "status 200",
                        verdict,
                        since,
                        breachedSince,
                        0,
                        false,
                        true)),
                new View.Sight(since, since, 1, "probe-http-1", Map.of(), List.of(), null, null, null));
    }
}
