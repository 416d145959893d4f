package dev.migrationtower.notifier.notice;

import java.time.Duration;

/**
 * How often people are bothered with what is not well.
 *
 * @param gather how long the first trouble waits for others, to be told together
 * @param spacing the least time between two notices of troubles: what comes meanwhile is told together
 * @param remindAfter how long after the last word on it an unresolved trouble is told again; then after twice as long, and so on
 * @param remindAtMost but never later than so long after the last word
 * @param unseenAfter how long something may be out of sight before it is told
 */
public record Tempo(
        Duration gather, Duration spacing, Duration remindAfter, Duration remindAtMost, Duration unseenAfter) {

    /** How long after the last word the reminder of this number comes, from 0 on. */
    Duration beforeReminder(int number) {
        Duration doubled = remindAfter.multipliedBy(1L << Math.min(number, 10));
        return doubled.compareTo(remindAtMost) < 0 ? doubled : remindAtMost;
    }
}
