package dev.migrationtower.core.plan;

/**
 * What is wrong with a plan, and where.
 *
 * @param line from 1 on
 * @param column from 1 on
 * @param message what is wrong and what may stand there instead
 */
public record Problem(int line, int column, String message) {
    /** {@code line:column: message} */
    @Override
    public String toString() {
        return line + ":" + column + ": " + message;
    }
}
