package dev.migrationtower.simulator.vendor;

/** How a vendor speaks. Thread-safe. */
public interface Voice {

    /** Whether it knows whoever asks this; a voice that finds out by itself says yes, and answers as a stranger is answered. */
    default boolean knows(Asked asked) {
        return true;
    }

    /** What it answers when all is well. */
    Reply answer(Asked asked);

    /** How it says to whoever asks that it does not know them. */
    Reply stranger();

    /** How it puts an error into words. */
    Reply error(int status, String words);

    /** The header by which it says for how many seconds it wants to be left alone. */
    default String waitHeader() {
        return "Retry-After";
    }

    /** The same answer as a part of it, where the vendor has such a thing. */
    default Reply partly(Reply whole) {
        return whole;
    }

    /** Tokens that it lent are not good any more. */
    default void expire() {}
}
