package dev.migrationtower.notifier.words;

import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;
import dev.migrationtower.notifier.notice.Trouble;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is ever said, in one language. Times and durations come as they are to be read. */
sealed interface Language permits English, French {

    /** The language with this code. @throws IllegalArgumentException if nobody taught us */
    static Language of(String code) {
        return switch (code) {
            case "en" -> new English();
            case "fr" -> new French();
            default -> throw new IllegalArgumentException("no words in the language \"" + code + "\": en or fr");
        };
    }

    /** The key of plans' texts. */
    String code();

    /** The time alone, and the time with its day. */
    String time(Instant at, java.time.ZoneId zone, boolean withDay);

    String mode(RunMode mode);

    // --- titles: what follows the title of the run

    String ahead(String in);

    String windowMoved();

    String started();

    String phaseBegan(String phase, boolean again);

    String phaseFailed(String phase);

    String decisionWanted(String phase);

    /**
     * @param only the name, if it is one only
     * @param outOfSight whether nobody knows that anything is wrong
     */
    String troublesBegan(int count, @Nullable String only, boolean outOfSight);

    String troublesOver(int count, @Nullable String only, boolean outOfSight);

    /** They came and went before anybody was told. */
    String troublesPassed(int count, @Nullable String only);

    /** Nothing is asked of them any more, or somebody waived it: whether they are well is another matter. */
    String troublesSetAside(int count, @Nullable String only);

    String troublesStill(int count, boolean outOfSight);

    String overrun(Level level, String by);

    /** @param at absent: it is past */
    String rollbackDeadline(@Nullable String at);

    String rollbackProposed();

    String rollbackBegun();

    String rollbackAbandoned();

    String announced();

    String announcementWithdrawn();

    String standing(@Nullable String phase);

    String resumed();

    String ended(RunState state);

    // --- lines

    String windowIs(String from, String until);

    String windowWas(String from, String until);

    String noWindow();

    String beginsWith(String phase);

    String over(String phase, PhaseState state, String after, @Nullable String reason);

    String reason(String reason);

    String toBeSaidBy(String role, List<String> people, int approvals);

    String trouble(Trouble.Kind kind, String name, String since, @Nullable String expected, @Nullable String saw);

    /** @param well whether it is as it should be; else nothing is asked of it any more */
    String troubleOver(Trouble.Kind kind, String name, boolean well, String after);

    String more(int count);

    String open(int count);

    /** To those who are not told what. */
    String beingWorkedOn();

    String since(String time);

    String progress(int percent);

    String endExpected(String from, String until);

    String saidBy(String name);

    String took(String duration, String from, String until);

    String nextUpdate(String at);
}
