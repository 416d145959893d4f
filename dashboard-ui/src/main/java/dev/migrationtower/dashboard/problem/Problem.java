package dev.migrationtower.dashboard.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, after RFC 9457.
 *
 * @param title the kind of problem, in a few words
 * @param status the HTTP status
 * @param detail what happened this time, and what to do
 * @param problems the single things that are wrong, when there may be several
 */
public record Problem(
        String title, int status, String detail, @Nullable List<Item> problems) {
    /** The media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem that is one thing. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(title, status, detail, null);
    }

    /** There is no such run. */
    public static Problem unknownRun(String run) {
        return of(
                404,
                "Unknown run",
                "There is no run \"" + run + "\" here. GET /api/v1/runs lists those there are; PUT /api/v1/runs/" + run
                        + "/plan makes it.");
    }

    /** Nothing can be said, because the record is not read yet. */
    public static Problem notReady(String why) {
        return of(503, "Not ready", "The record of the runs is not at hand: " + why + ". Ask again in a moment.");
    }

    /**
     * One of the things that are wrong.
     *
     * @param line in a plan: from 1 on
     * @param column in a plan: from 1 on
     */
    public record Item(@Nullable Integer line, @Nullable Integer column, String message) {}
}
