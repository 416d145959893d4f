package dev.migrationtower.events;

/**
 * The names of the headers that go with a record on {@link Topic#DEAD_LETTERS}: the record itself stands there as it was, byte
 * for byte, key and value. Values of the headers are UTF-8 text.
 */
public final class DeadLetter {
    /** Why it could not be used, in words. */
    public static final String REASON = "dead-letter-reason";
    /** The topic it was read from. */
    public static final String TOPIC = "dead-letter-topic";
    /** The partition it was read from, decimal. */
    public static final String PARTITION = "dead-letter-partition";
    /** The offset it was read at, decimal. */
    public static final String OFFSET = "dead-letter-offset";
    /** The service that put it aside. */
    public static final String SERVICE = "dead-letter-service";

    private DeadLetter() {}
}
