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
 * @param phases those of the plan, then those of its rollback
 * @param foresight null: nothing was foretold yet, or what was is of no use any more
 */
public record RunMemory(
        String run,
        long revision,
        Stage stage,
        Notices notices,
        List<PhaseMemory> phases,
        @Nullable Foresight foresight) {

    public RunMemory {
        phases = List.copyOf(phases);
    }

    /**
     * Where the run as a whole stands.
     *
     * @param rollback whether it is on its way back
     * @param proposals why a rollback is proposed, one sentence each
     */
    public record Stage(
            RunState state,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            boolean rollback,
            List<String> proposals) {
        static final Stage SCHEDULED = new Stage(RunState.SCHEDULED, null, null, false, List.of());

        public Stage {
            proposals = List.copyOf(proposals);
        }

        Stage starting(Instant now) {
            return new Stage(RunState.IN_PROGRESS, now, endedAt, rollback, proposals);
        }

        Stage resuming() {
            return new Stage(RunState.IN_PROGRESS, startedAt, null, rollback, proposals);
        }

        Stage proposing(List<String> newProposals) {
            return new Stage(state, startedAt, endedAt, rollback, newProposals);
        }

        private Stage ending(RunState newState, Instant now) {
            return new Stage(newState, startedAt, now, rollback, proposals);
        }

        private Stage turning(boolean back) {
            return new Stage(state, startedAt, endedAt, back, proposals);
        }
    }

    /**
     * What people put up for all to see.
     *
     * @param walls the links by which screens show the run
     */
    public record Notices(List<AnnouncementView> announcements, List<WallView> walls) {
        static final Notices NONE = new Notices(List.of(), List.of());

        public Notices {
            announcements = List.copyOf(announcements);
            walls = List.copyOf(walls);
        }

        Notices announcing(List<AnnouncementView> newAnnouncements) {
            return new Notices(newAnnouncements, walls);
        }

        Notices hanging(List<WallView> newWalls) {
            return new Notices(announcements, newWalls);
        }
    }

    /**
     * What was foretold.
     *
     * @param told the forecast that people know
     * @param at when it was last worked out, whether or not that was worth telling
     */
    public record Foresight(ForecastView told, Instant at) {}

    RunMemory at(long newRevision, List<PhaseMemory> newPhases) {
        return new RunMemory(run, newRevision, stage, notices, newPhases, foresight);
    }

    RunMemory with(Stage newStage) {
        return new RunMemory(run, revision, newStage, notices, phases, foresight);
    }

    RunMemory with(Notices newNotices) {
        return new RunMemory(run, revision, stage, newNotices, phases, foresight);
    }

    RunMemory with(Foresight newForesight) {
        return new RunMemory(run, revision, stage, notices, phases, newForesight);
    }

    /** Over; nothing is foretold any more. */
    RunMemory ending(RunState state, Instant now) {
        return new RunMemory(run, revision, stage.ending(state, now), notices, phases, null);
    }

    /** On the other path, of which nothing was foretold. */
    RunMemory turning(boolean back) {
        return new RunMemory(run, revision, stage.turning(back), notices, phases, null);
    }

    RunState state() {
        return stage.state();
    }

    @Nullable
    Instant startedAt() {
        return stage.startedAt();
    }

    @Nullable
    Instant endedAt() {
        return stage.endedAt();
    }

    boolean rollback() {
        return stage.rollback();
    }

    /** The forecast that people know; null if there is none. */
    @Nullable
    ForecastView forecast() {
        return foresight == null ? null : foresight.told();
    }

    /** When the forecast was last worked out. */
    @Nullable
    Instant forecastAt() {
        return foresight == null ? null : foresight.at();
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
