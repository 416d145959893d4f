package dev.migrationtower.simulator.vendor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may be wrong with a vendor. */
public enum Fault {
    NONE("all is well"),
    STRANGERS("it knows no key and no token"),
    EXPIRED("the tokens that it lent are over; happens once"),
    FORBIDDEN("403"),
    NOT_FOUND("404 for the subject"),
    THROTTLED_FOR_A_SECOND("429, with the header that says how long"),
    THROTTLED("429, without"),
    BROKEN("500"),
    HTML("502, as a page of HTML"),
    TRUNCATED("half a document"),
    SILENT("no answer at all"),
    HUGE("50 MiB of JSON"),
    RESET("the connection breaks half-way"),
    EMPTY("lists without elements"),
    PARTIAL("a part of the answer, in the way in which the vendor says that it is one; Datadog and Freshping have it"),
    ABSENT("a field is missing"),
    RETYPED("a field is of another type: a number as text, a text as number"),
    UNHEARD_OF("a field holds a word that nobody knows"),
    CLOCK_OFF("its clock is ten minutes ahead of ours");

    private final String meaning;

    Fault(String meaning) {
        this.meaning = meaning;
    }

    /** As the control and its documentation have it: {@code not-found}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is a field that is wrong, so that one must be named. */
    public boolean ofAField() {
        return this == ABSENT || this == RETYPED || this == UNHEARD_OF;
    }

    /** The fault of this word. */
    public static Optional<Fault> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** All of them with what they mean, for people. */
    public static String all() {
        return Arrays.stream(values())
                .map(one -> one.word() + ": " + one.meaning)
                .collect(Collectors.joining("\n"));
    }
}
