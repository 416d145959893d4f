package dev.migrationtower.events;

import java.util.regex.Pattern;

/**
 * What an id may look like: a run, a phase, a check, an item. Ids stand in keys ({@code run/check/item}), addresses and metric
 * labels, so that what does not fit is refused, never rewritten: two ids never become one.
 */
public final class Ids {
    /** Of all characters of an id. */
    public static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private Ids() {}

    /** Whether the text can be an id: 1 to 63 of letters, digits, {@code . _ -}, the first a letter or digit. */
    public static boolean valid(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * The same id.
     *
     * @throws IllegalArgumentException if it is not {@link #valid}, with what may stand there
     */
    public static String require(String what, String id) {
        if (!valid(id)) {
            throw new IllegalArgumentException(what + " id \"" + id
                    + "\" must be 1 to 63 letters, digits, '.', '_' or '-', and begin with a letter or digit");
        }
        return id;
    }
}
