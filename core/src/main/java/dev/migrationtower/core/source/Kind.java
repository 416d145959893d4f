package dev.migrationtower.core.source;

import java.util.regex.Pattern;

/**
 * What the characters of a scalar without quotes are, by the core schema of YAML 1.2; save that {@code on} and {@code no}, which are
 * text to it, are no more than text to some: readers of YAML 1.1 take them for true and false, so that nobody may leave it open.
 */
enum Kind {
    NOTHING("|~|null|Null|NULL"),
    TRUE_OR_FALSE("true|True|TRUE|false|False|FALSE"),
    WHOLE_NUMBER("[-+]?\\d{1,18}"),
    NUMBER("[-+]?(\\.\\d+|\\d+(\\.\\d*)?)([eE][-+]?\\d{1,2})?"),
    /** Numbers to YAML, none to JSON. */
    ODD_NUMBER(
            "[-+]?(\\.\\d+|\\d+(\\.\\d*)?)[eE][-+]?\\d+|0x[0-9a-fA-F]+|0o[0-7]+|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"),
    TRUE_OR_FALSE_TO_SOME("(?i)on|off|yes|no|y|n"),
    TEXT("(?s).*");

    private final Pattern pattern;

    Kind(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    static Kind of(String characters) {
        for (Kind kind : values()) {
            if (kind.pattern.matcher(characters).matches()) {
                return kind;
            }
        }
        return TEXT;
    }
}
