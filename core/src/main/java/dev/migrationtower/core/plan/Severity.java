package dev.migrationtower.core.plan;

/** What it means that a check is not as expected. */
public enum Severity {
    /** The gate does not pass. */
    GATE,
    /** People are warned; gates pass. */
    WARN,
    /** It is shown. */
    INFO
}
