package dev.migrationtower.notifier.words;

/** For whom a channel is. */
public enum Audience {
    /** The people at work: all that the record says. */
    OPERATOR,
    /** Everybody: where it stands, and only of runs whose plan is public; no hosts, no SQL, no people, nothing that was looked at. */
    PUBLIC
}
