package dev.migrationtower.core.fold;

import dev.migrationtower.events.AnnouncementView;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.RunState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands.
 *
 * @param revision of the newest event
 * @param rollback whether it is on its way back
 * @param proposals why a rollback is proposed, one sentence each
 * @param phases those of the plan, then those of its rollback
 * @param forecast the one that was last told
 * @param forecastAt when that was worked out
 */
public record RunMemory(
        String run,
        long revision,
        RunState state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        boolean rollback,
        List<String> proposals,
        List<AnnouncementView> announcements,
        List<PhaseMemory> phases,
        @Nullable ForecastView forecast,
        @Nullable Instant forecastAt) {

    public RunMemory {
        proposals = List.copyOf(proposals);
        announcements = List.copyOf(announcements);
        phases = List.copyOf(phases);
    }

    RunMemory at(long newRevision, List<PhaseMemory> newPhases) {
        return new RunMemory(
                run,
                newRevision,
                state,
                startedAt,
                endedAt,
                rollback,
                proposals,
                announcements,
                newPhases,
                forecast,
                forecastAt);
    }

    RunMemory starting(Instant now) {
        return new RunMemory(
                run,
                revision,
                RunState.IN_PROGRESS,
                now,
                endedAt,
                rollback,
                proposals,
                announcements,
                phases,
                forecast,
                forecastAt);
    }

    RunMemory ending(RunState newState, Instant now) {
        return new RunMemory(
                run, revision, newState, startedAt, now, rollback, proposals, announcements, phases, null, null);
    }

    RunMemory resuming() {
        return new RunMemory(
                run,
                revision,
                RunState.IN_PROGRESS,
                startedAt,
                null,
                rollback,
                proposals,
                announcements,
                phases,
                forecast,
                forecastAt);
    }

    RunMemory turning(boolean back) {
        return new RunMemory(
                run, revision, state, startedAt, endedAt, back, proposals, announcements, phases, null, null);
    }

    RunMemory proposing(List<String> newProposals) {
        return new RunMemory(
                run,
                revision,
                state,
                startedAt,
                endedAt,
                rollback,
                newProposals,
                announcements,
                phases,
                forecast,
                forecastAt);
    }

    RunMemory announcing(List<AnnouncementView> newAnnouncements) {
        return new RunMemory(
                run,
                revision,
                state,
                startedAt,
                endedAt,
                rollback,
                proposals,
                newAnnouncements,
                phases,
                forecast,
                forecastAt);
    }

    RunMemory forecasting(@Nullable ForecastView newForecast, Instant now) {
        return new RunMemory(
                run, revision, state, startedAt, endedAt, rollback, proposals, announcements, phases, newForecast, now);
    }

    /** The phase that is under way; -1 if none is. */
    static int current(List<PhaseMemory> phases) {
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).current()) {
                return i;
            }
        }
        return -1;
    }
}
