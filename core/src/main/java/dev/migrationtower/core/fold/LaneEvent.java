package dev.migrationtower.core.fold;

import dev.migrationtower.core.step.Happening;
import dev.migrationtower.events.EventType;

/**
 * Something that happened in a lane, as an event of its phase.
 *
 * @param mayWait whether it may be told later, with what comes after it
 */
record LaneEvent(EventType type, String subject, String words, boolean mayWait) {

    static LaneEvent of(String phase, Happening happening) {
        return new LaneEvent(type(happening), subject(phase, happening), happening.words(), happening.mayWait());
    }

    private static EventType type(Happening happening) {
        return switch (happening) {
            case Happening.StepStarted it -> EventType.STEP_STARTED;
            case Happening.StepProgressed it -> EventType.STEP_PROGRESSED;
            case Happening.StepFinished it -> EventType.STEP_FINISHED;
            case Happening.StepFailed it -> EventType.STEP_FAILED;
            case Happening.LaneFailed it -> EventType.LANE_FAILED;
            case Happening.LaneLate it -> EventType.LANE_LATE;
            case Happening.LaneLost it -> EventType.LANE_LOST;
            case Happening.LaneUnseen it -> EventType.LANE_UNSEEN;
            case Happening.LaneRecovered it -> EventType.LANE_RECOVERED;
            case Happening.Unmatched it -> EventType.LOG_UNMATCHED;
        };
    }

    private static String subject(String phase, Happening happening) {
        return switch (happening) {
            case Happening.StepStarted it -> step(phase, it.lane(), it.step().id());
            case Happening.StepProgressed it -> step(phase, it.lane(), it.step().id());
            case Happening.StepFinished it -> step(phase, it.lane(), it.step().id());
            case Happening.StepFailed it -> step(phase, it.lane(), it.step().id());
            case Happening.LaneFailed it -> lane(phase, it.lane());
            case Happening.LaneLate it -> lane(phase, it.lane());
            case Happening.LaneLost it -> lane(phase, it.lane());
            case Happening.LaneUnseen it -> lane(phase, it.lane());
            case Happening.LaneRecovered it -> lane(phase, it.lane());
            case Happening.Unmatched it -> lane(phase, it.lane());
        };
    }

    private static String lane(String phase, String lane) {
        return "lane/" + phase + "/" + lane;
    }

    private static String step(String phase, String lane, String step) {
        return "step/" + phase + "/" + lane + "/" + step;
    }
}
