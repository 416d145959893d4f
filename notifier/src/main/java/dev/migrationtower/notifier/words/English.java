package dev.migrationtower.notifier.words;

import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;
import dev.migrationtower.notifier.notice.Trouble;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words in English. */
final class English implements Language {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);

    @Override
    public String code() {
        return "en";
    }

    @Override
    public String time(Instant at, ZoneId zone, boolean withDay) {
        return (withDay ? DAY : TIME).withZone(zone).format(at);
    }

    @Override
    public String mode(RunMode mode) {
        return switch (mode) {
            case PRODUCTION -> "";
            case REHEARSAL -> "[REHEARSAL] ";
            case SIMULATION -> "[SIMULATION] ";
        };
    }

    @Override
    public String ahead(String in) {
        return "begins in " + in;
    }

    @Override
    public String windowMoved() {
        return "takes place at another time";
    }

    @Override
    public String started() {
        return "started";
    }

    @Override
    public String phaseBegan(String phase, boolean again) {
        return phase + (again ? " is under way again" : " begins");
    }

    @Override
    public String phaseFailed(String phase) {
        return phase + " failed";
    }

    @Override
    public String decisionWanted(String phase) {
        return "go or no-go? " + phase + " waits for it";
    }

    @Override
    public String troublesBegan(int count, @Nullable String only, boolean outOfSight) {
        return things(count, only) + (outOfSight ? " cannot be seen" : are(count, "not as", "should be"));
    }

    @Override
    public String troublesOver(int count, @Nullable String only, boolean outOfSight) {
        return things(count, only) + (outOfSight ? " can be seen again" : are(count, "as", "should be again"));
    }

    @Override
    public String troublesPassed(int count, @Nullable String only) {
        return things(count, only)
                + (count == 1
                        ? " was not as it should be for a moment, and is again"
                        : " were not as they should be for a moment, and are again");
    }

    @Override
    public String troublesSetAside(int count, @Nullable String only) {
        return things(count, only) + (count == 1 ? " is" : " are") + " no longer asked for";
    }

    @Override
    public String troublesStill(int count, boolean outOfSight) {
        return "still, " + troublesBegan(count, null, outOfSight);
    }

    private static String things(int count, @Nullable String only) {
        return only != null ? only : count + (count == 1 ? " thing" : " things");
    }

    private static String are(int count, String how, String be) {
        return (count == 1 ? " is " + how + " it " : " are " + how + " they ") + be;
    }

    @Override
    public String overrun(Level level, String by) {
        return switch (level) {
            case HOLDS -> "will probably be over in time after all";
            case MAY_OVERRUN -> "may take up to " + by + " longer than planned";
            case WILL_OVERRUN -> "will probably take " + by + " longer than planned";
            case OVERRUN -> "takes longer than planned, in the end probably by " + by;
        };
    }

    @Override
    public String rollbackDeadline(@Nullable String at) {
        return "a rollback begun " + (at == null ? "from now on" : "after " + at)
                + " will probably not be over in time";
    }

    @Override
    public String rollbackProposed() {
        return "a rollback is proposed";
    }

    @Override
    public String rollbackBegun() {
        return "is rolled back";
    }

    @Override
    public String rollbackAbandoned() {
        return "the rollback is abandoned, the migration goes on";
    }

    @Override
    public String announced() {
        return "announcement";
    }

    @Override
    public String announcementWithdrawn() {
        return "an announcement is taken back";
    }

    @Override
    public String standing(@Nullable String phase) {
        return phase == null ? "is under way" : phase + " is under way";
    }

    @Override
    public String resumed() {
        return "goes on after all";
    }

    @Override
    public String ended(RunState state) {
        return switch (state) {
            case COMPLETED -> "completed";
            case ROLLED_BACK -> "rolled back";
            case ABORTED -> "aborted";
            case SCHEDULED, IN_PROGRESS -> "ended";
        };
    }

    @Override
    public String windowIs(String from, String until) {
        return "Planned from " + from + " until " + until + ".";
    }

    @Override
    public String windowWas(String from, String until) {
        return "Before, it was planned from " + from + " until " + until + ".";
    }

    @Override
    public String noWindow() {
        return "No time is planned any more.";
    }

    @Override
    public String beginsWith(String phase) {
        return "It begins with: " + phase + ".";
    }

    @Override
    public String over(String phase, PhaseState state, String after, @Nullable String reason) {
        String how = switch (state) {
            case PASSED -> "passed after " + after;
            case SKIPPED -> "skipped";
            case FAILED -> "failed after " + after;
            case ROLLED_BACK -> "left for the rollback";
            case PENDING, ACTIVE, AWAITING_DECISION -> "not over";
        };
        return phase + ": " + how + (reason == null ? "." : " (" + reason + ").");
    }

    @Override
    public String reason(String reason) {
        return "Reason: " + reason;
    }

    @Override
    public String toBeSaidBy(String role, List<String> people, int approvals) {
        return "To be said by " + role + (people.isEmpty() ? "" : " (" + String.join(", ", people) + ")")
                + (approvals > 1 ? ", by " + approvals + " of them." : ".");
    }

    @Override
    public String trouble(
            Trouble.Kind kind, String name, String since, @Nullable String expected, @Nullable String saw) {
        return switch (kind) {
            case BREACH -> name + ", since " + since + ": expected " + expected + ", saw " + saw;
            case UNSEEN -> name + ": cannot be seen since " + since + (saw == null ? "" : ": " + saw);
            case LANE_LOST -> "Lane " + name + ": taken for dead, since " + since;
            case LANE_FAILED -> "Lane " + name + ": failed at " + since + (saw == null ? "" : ": " + saw);
            case LANE_UNSEEN -> "Lane " + name + ": nobody can see since " + since + " whether it is alive";
        };
    }

    @Override
    public String troubleOver(Trouble.Kind kind, String name, boolean well, String after) {
        if (!well) {
            return name + ": no longer asked for, after " + after;
        }
        return switch (kind) {
            case BREACH -> name + ": as it should be again, after " + after;
            case UNSEEN -> name + ": seen again, after " + after;
            case LANE_LOST -> "Lane " + name + ": gives signs of life again, after " + after;
            case LANE_FAILED -> "Lane " + name + ": goes on, after " + after;
            case LANE_UNSEEN -> "Lane " + name + ": seen again, after " + after;
        };
    }

    @Override
    public String more(int count) {
        return "... and " + count + " more.";
    }

    @Override
    public String open(int count) {
        return count == 0 ? "All else is well." : "In all, " + count + (count == 1 ? " is" : " are") + " unresolved.";
    }

    @Override
    public String beingWorkedOn() {
        return "The team looks into it.";
    }

    @Override
    public String since(String time) {
        return "Since " + time + ".";
    }

    @Override
    public String progress(int percent) {
        return "Progress: " + percent + " %.";
    }

    @Override
    public String endExpected(String from, String until) {
        return from.equals(until)
                ? "The end is expected at " + from + "."
                : "The end is expected between " + from + " and " + until + ".";
    }

    @Override
    public String saidBy(String name) {
        return "Said by " + name + ".";
    }

    @Override
    public String took(String duration, String from, String until) {
        return "It took " + duration + ", from " + from + " until " + until + ".";
    }

    @Override
    public String nextUpdate(String at) {
        return "Next update: " + at + " at the latest.";
    }
}
