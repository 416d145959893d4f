package dev.migrationtower.core.condition;

import dev.migrationtower.events.Verdict;

/**
 * The answer to a {@link Condition}.
 *
 * @param saw the values that it looked at, for people: {@code status 200, latency 12 ms}; for an unknown one, which were missing
 */
public record Judgement(Verdict verdict, String saw) {}
