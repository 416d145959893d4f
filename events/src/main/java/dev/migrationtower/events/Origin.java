package dev.migrationtower.events;

/**
 * Whence somebody spoke.
 *
 * @param address of the other end of the connection, as the dashboard saw it
 * @param signIn how they showed who they are: {@code password}, {@code company}, {@code link}, {@code service}, {@code this-machine}
 */
public record Origin(String address, String signIn) {}
