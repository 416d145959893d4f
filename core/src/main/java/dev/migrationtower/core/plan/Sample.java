package dev.migrationtower.core.plan;

/**
 * A line of the script's log with what the plan should make of it: {@code <step>.start}, {@code <step>.done}, {@code <step>.progress},
 * {@code heartbeat}, {@code failure}, {@code ignored}, {@code unmatched}. Tried when a plan is checked.
 */
public record Sample(String line, String is) {}
