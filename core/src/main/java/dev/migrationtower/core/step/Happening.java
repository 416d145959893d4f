package dev.migrationtower.core.step;

import dev.migrationtower.events.LaneView.State;
import dev.migrationtower.events.LaneView.StepView;
import java.time.Duration;

/** Something that happened in a lane between two moments, as {@link Happenings#between} tells. */
public sealed interface Happening {

    /** In words, for the reason of an event. */
    String words();

    /**
     * Whether it may be told later. Whoever leaves it out keeps the lane as it was last told, and compares with that the next time:
     * so nothing is lost but what lay in between.
     */
    default boolean mayWait() {
        return false;
    }

    /** A new attempt began. */
    record StepStarted(String lane, StepView step) implements Happening {
        @Override
        public String words() {
            return Spoken.lane(lane) + ": " + step.id() + " began" + attempt(step);
        }
    }

    /** The step went on, or more is known of it. */
    record StepProgressed(String lane, StepView step) implements Happening {
        @Override
        public String words() {
            Double percent = step.percent();
            String far = percent == null ? step.state().word() : "at " + Spoken.percent(percent);
            return Spoken.lane(lane) + ": " + step.id() + " is " + far + attempt(step);
        }

        @Override
        public boolean mayWait() {
            return true;
        }
    }

    /** The step is done. */
    record StepFinished(String lane, StepView step) implements Happening {
        @Override
        public String words() {
            String took = step.startedAt() == null || step.endedAt() == null
                    ? ", its start was not seen"
                    : " after " + Spoken.duration(Duration.between(step.startedAt(), step.endedAt()));
            return Spoken.lane(lane) + ": " + step.id() + " is done" + took + attempt(step);
        }
    }

    /** The step failed. */
    record StepFailed(String lane, StepView step) implements Happening {
        @Override
        public String words() {
            return Spoken.lane(lane) + ": " + step.id() + " failed" + attempt(step) + ": " + step.evidence();
        }
    }

    /** The script failed while none of its steps ran. */
    record LaneFailed(String lane, String evidence) implements Happening {
        @Override
        public String words() {
            return Spoken.lane(lane) + " failed while no step ran: " + evidence;
        }
    }

    /**
     * It is silent for longer than it should be.
     *
     * @param heard whether it ever gave a sign of life
     */
    record LaneLate(String lane, Duration silentFor, boolean heard) implements Happening {
        @Override
        public String words() {
            return Spoken.lane(lane) + " is late: " + silence(silentFor, heard);
        }
    }

    /** It is silent for so long that it is taken for dead. */
    record LaneLost(String lane, Duration silentFor, boolean heard) implements Happening {
        @Override
        public String words() {
            return Spoken.lane(lane) + " is lost: " + silence(silentFor, heard)
                    + "; look whether its container still runs";
        }
    }

    /** Nobody can see it any more. */
    record LaneUnseen(String lane) implements Happening {
        @Override
        public String words() {
            return Spoken.lane(lane) + " cannot be seen: none of its sources can be read, its silence means nothing";
        }
    }

    /** It gives signs of life, for the first time or again, or at least it could be heard again. */
    record LaneRecovered(String lane, State before, State after, boolean heard) implements Happening {
        @Override
        public String words() {
            return Spoken.lane(lane)
                    + switch (before) {
                        case PENDING -> " gave its first sign of life";
                        case UNKNOWN -> " can be seen again" + (after == State.PENDING ? ", no sign of life yet" : "");
                        case ALIVE, LATE, LOST, FAILED, FINISHED ->
                            heard ? " gives signs of life again" : " gave its first sign of life";
                    };
        }
    }

    /** It wrote lines that the plan does not understand. */
    record Unmatched(String lane, int lines, String newest) implements Happening {
        @Override
        public String words() {
            return Spoken.lane(lane) + ": " + (lines == 1 ? "a line" : lines + " lines, the last of them")
                    + " nobody understands: " + newest;
        }

        @Override
        public boolean mayWait() {
            return true;
        }
    }

    private static String silence(Duration silentFor, boolean heard) {
        return "no sign of life " + (heard ? "for " : "in the first ") + Spoken.duration(silentFor);
    }

    private static String attempt(StepView step) {
        return step.attempt() > 1 ? ", attempt " + step.attempt() : "";
    }
}
