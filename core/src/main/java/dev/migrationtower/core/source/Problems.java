package dev.migrationtower.core.source;

/** Takes what is wrong. */
@FunctionalInterface
public interface Problems {

    /** Notes one problem; reading goes on. */
    void add(Position at, String message);
}
