package dev.migrationtower.notifier.notice;

import dev.migrationtower.events.AnnounceView;
import dev.migrationtower.events.AnnouncementView;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What there is to be told of one run: of each event, and as time passes. The same record gives the same notices with the same
 * ids, whenever it is read, so that nothing has to be remembered but what was delivered.
 */
final class RunNotices {
    private final Troubles troubles;
    private final List<PhaseView> over = new ArrayList<>();
    private @Nullable RunView run;
    private Instant now = Instant.MIN;
    private Level warned = Level.HOLDS;

    RunNotices(Tempo tempo) {
        troubles = new Troubles(tempo);
    }

    /** What became due before the event, then what the event itself tells. */
    List<Notice> take(Event event) {
        List<Notice> told = new ArrayList<>(pass(event.at()));
        now = later(now, event.at());
        RunView before = run;
        look(event);
        if (run != null) {
            About about = about(event, before, run);
            if (about != null) {
                add(told, event.run() + "/" + event.revision(), about);
            }
        }
        return told;
    }

    /** What is due because it is now so late. */
    List<Notice> pass(Instant until) {
        List<Notice> told = new ArrayList<>();
        for (Instant due = due(); due != null && !due.isAfter(until); due = due()) {
            RunView is = Objects.requireNonNull(run);
            Duration before = Promise.nextBefore(is, now);
            Instant standing = Promise.nextStanding(is, now);
            Instant trouble = troubles.due();
            now = later(now, due);
            String id = is.run() + "/" + due.toEpochMilli();
            if (before != null
                    && is.window() instanceof Window window
                    && due.equals(window.opens().minus(before))) {
                add(told, id + "/ahead", new About.Ahead(window, before));
            } else if (due.equals(trouble)) {
                About about = troubles.tell(due);
                if (about != null) {
                    add(told, id + "/troubles", about);
                }
            } else if (due.equals(standing)) {
                add(told, id + "/standing", new About.Standing(current(is), troubles.open()));
            }
        }
        return told;
    }

    private @Nullable Instant due() {
        RunView is = run;
        if (is == null || is.endedAt() != null) {
            return null;
        }
        Duration before = Promise.nextBefore(is, now);
        return Due.first(
                before == null || is.window() == null
                        ? null
                        : is.window().opens().minus(before),
                Promise.nextStanding(is, now),
                troubles.due());
    }

    private void look(Event event) {
        if (event.type().replacesPlan()) {
            troubles.newPlan(event.at());
        }
        switch (event.view()) {
            case RunView view -> {
                run = view;
                view.phases().forEach(phase -> troubles.look(phase, event.at()));
            }
            case PhaseView view -> {
                if (run != null) {
                    run = run.with(view, event.revision());
                }
                troubles.look(view, event.at());
            }
            case ForecastView view -> {
                if (run != null) {
                    run = run.with(view, event.revision());
                }
            }
            case View.CheckView view -> troubles.look(view, event.at());
            case View.Note ignored -> {}
            case View.Rejection ignored -> {}
        }
    }

    private @Nullable About about(Event event, @Nullable RunView before, RunView is) {
        return switch (event.type()) {
            case PLAN_LOADED, PLAN_CHANGED -> moved(before, is);
            case RUN_STARTED -> new About.Started(first(is));
            case RUN_COMPLETED, RUN_ABORTED, RUN_ROLLED_BACK -> new About.Ended(troubles.open());
            case RUN_RESUMED -> new About.Resumed();
            case PHASE_PASSED, PHASE_SKIPPED, PHASE_ROLLED_BACK -> {
                if (event.view() instanceof PhaseView phase) {
                    over.add(phase);
                }
                yield null;
            }
            case PHASE_STARTED, PHASE_REOPENED -> began(event, is);
            case PHASE_FAILED -> event.view() instanceof PhaseView phase ? new About.PhaseFailed(phase) : null;
            case DECISION_REQUESTED -> event.view() instanceof PhaseView phase ? new About.DecisionWanted(phase) : null;
            case WINDOW_WARNING -> warning(is);
            case ROLLBACK_PROPOSED -> new About.RollbackProposed(is.proposals());
            case ROLLBACK_BEGUN -> new About.RollbackBegun();
            case ROLLBACK_ABANDONED -> new About.RollbackAbandoned();
            case ANNOUNCEMENT_POSTED -> announced(is);
            case ANNOUNCEMENT_WITHDRAWN -> withdrawn(before, is);
            default -> null;
        };
    }

    private static @Nullable About moved(@Nullable RunView before, RunView is) {
        Window from = before == null ? null : before.window();
        return from == null || from.equals(is.window()) || is.endedAt() != null
                ? null
                : new About.WindowMoved(from, is.window());
    }

    /** The first phase is told with the start, and one that was merely put back to wait is not under way. */
    private @Nullable About began(Event event, RunView is) {
        if (!(event.view() instanceof PhaseView phase)
                || !isUnderWay(phase)
                || event.at().equals(is.startedAt())) {
            return null;
        }
        List<PhaseView> before = List.copyOf(over);
        over.clear();
        return new About.PhaseBegan(phase, before, event.type() == EventType.PHASE_REOPENED);
    }

    private static boolean isUnderWay(PhaseView phase) {
        return phase.state() == PhaseState.ACTIVE || phase.state() == PhaseState.AWAITING_DECISION;
    }

    private static @Nullable PhaseView first(RunView is) {
        return is.phases().stream()
                .filter(phase -> !phase.rollback())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable PhaseView current(RunView is) {
        return is.phases().stream().filter(RunNotices::isUnderWay).findFirst().orElse(null);
    }

    private @Nullable About warning(RunView is) {
        ForecastView forecast = is.forecast();
        ForecastView.Outlook outlook = forecast == null ? null : forecast.window();
        if (forecast == null || outlook == null) {
            return null;
        }
        if (outlook.level() == warned) {
            Instant deadline = forecast.rollbackDeadline();
            return deadline == null ? null : new About.RollbackDeadline(deadline);
        }
        warned = outlook.level();
        Long seconds = outlook.overrunSeconds();
        return new About.Overrun(warned, Duration.ofSeconds(seconds == null ? 0 : seconds), forecast.end());
    }

    private static @Nullable About announced(RunView is) {
        return is.announcements().isEmpty()
                ? null
                : new About.Announced(
                        is.announcements().getLast().text(),
                        is.announcements().getLast().by());
    }

    private static @Nullable About withdrawn(@Nullable RunView before, RunView is) {
        List<AnnouncementView> gone = before == null ? List.of() : new ArrayList<>(before.announcements());
        return gone.stream()
                .filter(announcement -> !is.announcements().contains(announcement))
                .findFirst()
                .map(announcement -> (About) new About.AnnouncementWithdrawn(announcement.text()))
                .orElse(null);
    }

    private void add(List<Notice> told, String id, About about) {
        RunView is = Objects.requireNonNull(run);
        AnnounceView announce = is.announce();
        String occasion = about.occasion();
        if (announce == null || occasion == null || announce.on().contains(occasion)) {
            told.add(new Notice(id, now, is, about, Promise.nextUpdate(is, now)));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
