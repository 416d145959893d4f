package dev.migrationtower.local;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.migrationtower.core.plan.Problem;
import java.util.Locale;

/** One thing to mend in a plan, in the form that editors and CI jump to. */
record Finding(String file, int line, int column, Severity severity, String message) {

    /** How much it matters. */
    enum Severity {
        /** The tower does not take the plan. */
        ERROR,
        /** It does, and somebody may be sorry. */
        WARNING;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding of(String file, Severity severity, Problem problem) {
        return new Finding(file, problem.line(), problem.column(), severity, problem.message());
    }

    /** {@code file:line:column: severity: message} */
    @Override
    public String toString() {
        return "%s:%d:%d: %s: %s".formatted(file, line, column, severity.word(), message);
    }
}
