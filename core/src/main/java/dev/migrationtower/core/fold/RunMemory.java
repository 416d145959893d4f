package dev.migrationtower.core.fold;

import dev.migrationtower.events.AnnouncementView;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.WallView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands.
 *
 * @param revision of the newest event
 * @param rollback whether it is on its way back
 * @param proposals why a rollback is proposed, one sentence each
 * @param walls the links by which screens show it; null in old memory: none
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
        @Nullable List<WallView> walls,
        List<PhaseMemory> phases,
        @Nullable ForecastView forecast,
        @Nullable Instant forecastAt) {

    public RunMemory {
        proposals = List.copyOf(proposals);
        announcements = List.copyOf(announcements);
        walls = walls == null ? List.of() : List.copyOf(walls);
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
                walls,
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
                walls,
                phases,
                forecast,
                forecastAt);
    }

    RunMemory ending(RunState newState, Instant now) {
        return new RunMemory(
                run, revision, newState, startedAt, now, rollback, proposals, announcements, walls, phases, null, null);
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
                walls,
                phases,
                forecast,
                forecastAt);
    }

    RunMemory turning(boolean back) {
        return new RunMemory(
                run, revision, state, startedAt, endedAt, back, proposals, announcements, walls, phases, null, null);
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
                walls,
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
                walls,
                phases,
                forecast,
                forecastAt);
    }

    RunMemory hanging(@Nullable List<WallView> newWalls) {
        return new RunMemory(
                run,
                revision,
                state,
                startedAt,
                endedAt,
                rollback,
                proposals,
                announcements,
                newWalls,
                phases,
                forecast,
                forecastAt);
    }

    RunMemory forecasting(@Nullable ForecastView newForecast, Instant now) {
        return new RunMemory(
                run,
                revision,
                state,
                startedAt,
                endedAt,
                rollback,
                proposals,
                announcements,
                walls,
                phases,
                newForecast,
                now);
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
