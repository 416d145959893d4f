package dev.migrationtower.dashboard.run;

import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list of runs.
 *
 * @param phase the id of the phase it is in; absent before the first and after the last
 */
record RunSummary(
        String run,
        Text title,
        RunMode mode,
        RunState state,
        @Nullable String phase,
        long revision,
        @Nullable Window window,
        Instant loadedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    static RunSummary of(RunView view, long revision) {
        String phase = view.phases().stream()
                .filter(candidate ->
                        candidate.state() == PhaseState.ACTIVE || candidate.state() == PhaseState.AWAITING_DECISION)
                .map(PhaseView::id)
                .findFirst()
                .orElse(null);
        return new RunSummary(
                view.run(),
                view.title(),
                view.mode(),
                view.state(),
                phase,
                revision,
                view.window(),
                view.loadedAt(),
                view.startedAt(),
                view.endedAt());
    }
}
