package dev.migrationtower.core.step;

import static dev.migrationtower.events.LaneView.StepState.DONE;
import static dev.migrationtower.events.LaneView.StepState.FAILED;
import static dev.migrationtower.events.LaneView.StepState.PENDING;
import static dev.migrationtower.events.LaneView.StepState.RUNNING;

import dev.migrationtower.core.step.Sign.Kind;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest attempt at a step, as the signs of it tell when they are taken one after the other.
 *
 * @param number from 1 on; 0 before the first
 * @param opening the first sign of it; absent before the first attempt
 * @param told the sign that {@code percent} comes from
 * @param evidence the sign that changed it last
 */
record Attempt(
        int number,
        StepState state,
        @Nullable Sign opening,
        @Nullable Instant endedAt,
        @Nullable Sign told,
        @Nullable Sign evidence) {
    static final Attempt NONE = new Attempt(0, PENDING, null, null, null, null);

    /** After the next sign of it. */
    Attempt after(Sign sign) {
        return switch (sign.kind()) {
            case START -> starting(sign);
            case PROGRESS -> (number == 0 ? opened(sign) : this).telling(sign);
            case MEASURE -> telling(sign);
            case FAIL -> state == FAILED ? this : ended(FAILED, sign);
            case DONE -> state == DONE ? this : ended(DONE, sign);
        };
    }

    private Attempt starting(Sign sign) {
        if (opening == null || !opening.sameMomentAs(sign)) {
            return opened(sign);
        }
        return switch (state) {
            case PENDING, FAILED -> opened(sign);
            case RUNNING ->
                opening.kind() != Kind.START
                        ? new Attempt(number, RUNNING, sign, null, told, evidence) // seen to run, now seen to begin
                        : opening.text().equals(sign.text()) ? this : opened(sign);
            case DONE -> lateStart(opening, sign) ? this : opened(sign);
        };
    }

    /** Whether this is the start of what another source, whose clock is a little behind, has already told the end of. */
    private static boolean lateStart(Sign opening, Sign start) {
        return opening.kind() == Kind.DONE && !opening.source().equals(start.source());
    }

    private Attempt opened(Sign sign) {
        return new Attempt(number + 1, RUNNING, sign, null, null, sign);
    }

    private Attempt ended(StepState end, Sign sign) {
        Attempt attempt = number == 0 ? opened(sign) : this;
        return new Attempt(attempt.number, end, attempt.opening, sign.at(), told, sign);
    }

    /** Only forward: an estimate that begins anew in the middle of an attempt, as after a failover, is not believed. */
    private Attempt telling(Sign sign) {
        boolean forward = sign.percent() != null && sign.percent() >= height();
        boolean ofThis = switch (state) {
            case PENDING, DONE -> false;
            case RUNNING, FAILED -> !mayBeOfTheOneBefore(sign);
        };
        return ofThis && forward ? new Attempt(number, state, opening, endedAt, sign, sign) : this;
    }

    private double height() {
        return told == null || told.percent() == null ? 0 : told.percent();
    }

    /** Clocks differ: what another source says just after a retry may be the last word of the attempt before. */
    private boolean mayBeOfTheOneBefore(Sign sign) {
        return number > 1 && opening != null && !opening.source().equals(sign.source()) && opening.sameMomentAs(sign);
    }

    StepView view(String step) {
        return new StepView(
                step,
                state,
                number,
                opening != null && opening.kind() == Kind.START ? opening.at() : null,
                endedAt,
                state == DONE ? (Double) 100.0 : told == null ? null : told.percent(),
                state == DONE ? endedAt : told == null ? null : told.at(),
                evidence == null ? null : evidence.text());
    }
}
