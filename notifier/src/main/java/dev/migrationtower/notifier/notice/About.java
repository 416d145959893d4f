package dev.migrationtower.notifier.notice;

import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.ForecastView.Span;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a notice tells, in facts; {@code words} makes sentences of it, for those who may know all of it and for those who may not. */
public sealed interface About {
    /** The kinds there are, kebab-case: {@code phase-began}. */
    static Set<String> kinds() {
        return Arrays.stream(About.class.getPermittedSubclasses())
                .map(About::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Its kind, one of {@link #kinds}. */
    default String kind() {
        return kind(getClass());
    }

    private static String kind(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The window opens in so long. */
    record Ahead(Window window, Duration opening) implements About {}

    /** @param to absent: there is none any more */
    record WindowMoved(Window from, @Nullable Window to) implements About {}

    /** @param first what it begins with; absent: nothing yet */
    record Started(@Nullable PhaseView first) implements About {}

    /** A phase began, or is under way again. @param over those that came to their end since the phase told before */
    record PhaseBegan(PhaseView phase, List<PhaseView> over, boolean again) implements About {
        public PhaseBegan {
            over = List.copyOf(over);
        }
    }

    record PhaseFailed(PhaseView phase) implements About {}

    /** A gate says go, and a person has to. */
    record DecisionWanted(PhaseView phase) implements About {}

    /** Troubles that began, troubles that are over, and all that there are now. */
    record Troubled(List<Trouble> began, List<Over> over, List<Trouble> open) implements About {
        public Troubled {
            began = List.copyOf(began);
            over = List.copyOf(over);
            open = List.copyOf(open);
        }
    }

    /**
     * One that is no longer.
     *
     * @param well whether it is as it should be; else nothing is asked of it any more
     * @param told whether people knew of it
     */
    record Over(Trouble trouble, Instant at, boolean well, boolean told) {}

    /** They are still there. */
    record StillTroubled(List<Trouble> open) implements About {
        public StillTroubled {
            open = List.copyOf(open);
        }
    }

    /** How the end stands to the window. */
    record Overrun(Level level, Duration by, @Nullable Span end) implements About {}

    /** A rollback begun later will probably not be over when the window closes. */
    record RollbackDeadline(Instant at) implements About {}

    record RollbackProposed(List<String> proposals) implements About {
        public RollbackProposed {
            proposals = List.copyOf(proposals);
        }
    }

    record RollbackBegun() implements About {}

    record RollbackAbandoned() implements About {}

    record Announced(Text text, String by) implements About {}

    record AnnouncementWithdrawn(Text text) implements About {}

    /** Nothing new, but it was promised to say something. @param phase absent: none is under way */
    record Standing(@Nullable PhaseView phase, List<Trouble> open) implements About {
        public Standing {
            open = List.copyOf(open);
        }
    }

    record Resumed() implements About {}

    /** Completed, rolled back or aborted, as the run says. @param open troubles that were there to the end */
    record Ended(List<Trouble> open) implements About {
        public Ended {
            open = List.copyOf(open);
        }
    }

    /** The occasion of the plan's {@code announce} that it belongs to; null if it is always told. */
    default @Nullable String occasion() {
        return switch (this) {
            case Started ignored -> "start";
            case PhaseBegan ignored -> "phase";
            case PhaseFailed ignored -> "phase";
            case DecisionWanted ignored -> "phase";
            case Troubled ignored -> "breach";
            case StillTroubled ignored -> "breach";
            case Overrun ignored -> "overrun";
            case RollbackDeadline ignored -> "overrun";
            case Ended ignored -> "end";
            case Resumed ignored -> null;
            case Ahead ignored -> null;
            case WindowMoved ignored -> null;
            case RollbackProposed ignored -> null;
            case RollbackBegun ignored -> null;
            case RollbackAbandoned ignored -> null;
            case Announced ignored -> null;
            case AnnouncementWithdrawn ignored -> null;
            case Standing ignored -> null;
        };
    }
}
