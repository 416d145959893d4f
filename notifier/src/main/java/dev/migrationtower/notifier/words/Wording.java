package dev.migrationtower.notifier.words;

import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Span;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.View.DecisionView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Window;
import dev.migrationtower.notifier.notice.About;
import dev.migrationtower.notifier.notice.Notice;
import dev.migrationtower.notifier.notice.Trouble;
import dev.migrationtower.notifier.words.Message.Tone;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notices as an audience reads them. What the public gets is put together of what anybody may know (titles, phases, counts, times,
 * the forecast, announcements); nothing is crossed out. Pure and thread-safe.
 */
public final class Wording {
    private static final int MOST_LISTED = 10;

    private final Language words;
    private final boolean all;
    private final @Nullable URI page;

    /**
     * @param language {@code en} or {@code fr}
     * @param page where the page of the tower is; absent: messages link to nothing
     * @throws IllegalArgumentException if there are no words in the language
     */
    public Wording(Audience audience, String language, @Nullable URI page) {
        this.words = Language.of(language);
        this.all = audience == Audience.OPERATOR;
        this.page = page;
    }

    /** The notice in words; empty if it is not for this audience. */
    public Optional<Message> of(Notice notice) {
        if (!all && !Boolean.TRUE.equals(notice.run().openToPublic())) {
            return Optional.empty();
        }
        Draft draft = new Draft(notice);
        return draft.write() ? Optional.of(draft.message()) : Optional.empty();
    }

    /** One message in the making. */
    private final class Draft {
        private final Notice notice;
        private final RunView run;
        private final List<String> lines = new ArrayList<>();
        private String title = "";
        private Tone tone = Tone.NEWS;

        Draft(Notice notice) {
            this.notice = notice;
            this.run = notice.run();
        }

        /** Whether there is anything to say. */
        boolean write() {
            return switch (notice.about()) {
                case About.Ahead(Window window, Duration opening) -> {
                    lines.add(words.windowIs(time(window.opens()), time(window.closes())));
                    yield says(Tone.NEWS, words.ahead(Durations.of(opening)));
                }
                case About.WindowMoved(Window from, Window to) -> {
                    lines.add(to == null ? words.noWindow() : words.windowIs(time(to.opens()), time(to.closes())));
                    lines.add(words.windowWas(time(from.opens()), time(from.closes())));
                    yield says(Tone.WARNING, words.windowMoved());
                }
                case About.Started(PhaseView first) -> {
                    if (first != null) {
                        lines.add(words.beginsWith(in(first.title())));
                    }
                    endExpected(end());
                    yield says(Tone.NEWS, words.started());
                }
                case About.PhaseBegan(PhaseView phase, List<PhaseView> over, boolean again) -> {
                    over.forEach(one -> lines.add(words.over(in(one.title()), one.state(), took(one), reason(one))));
                    endExpected(end());
                    yield says(Tone.NEWS, words.phaseBegan(in(phase.title()), again));
                }
                case About.PhaseFailed(PhaseView phase) -> {
                    if (reason(phase) instanceof String reason) {
                        lines.add(words.reason(reason));
                    }
                    yield says(Tone.BAD, words.phaseFailed(in(phase.title())));
                }
                case About.DecisionWanted(PhaseView phase) -> all && decision(phase);
                case About.Troubled troubled -> troubled(troubled);
                case About.StillTroubled(List<Trouble> open) -> still(shown(open));
                case About.Overrun(ForecastView.Level level, Duration by, Span end) -> {
                    endExpected(end);
                    Tone how = level == ForecastView.Level.HOLDS ? Tone.GOOD : Tone.WARNING;
                    yield (all || level != ForecastView.Level.MAY_OVERRUN)
                            && says(how, words.overrun(level, Durations.of(by)));
                }
                case About.RollbackDeadline(Instant at) ->
                    all && says(Tone.WARNING, words.rollbackDeadline(at.isAfter(notice.at()) ? time(at) : null));
                case About.RollbackProposed(List<String> proposals) -> {
                    proposals.forEach(lines::add);
                    yield all && says(Tone.BAD, words.rollbackProposed());
                }
                case About.RollbackBegun ignored -> says(Tone.WARNING, words.rollbackBegun());
                case About.RollbackAbandoned ignored -> says(Tone.NEWS, words.rollbackAbandoned());
                case About.Announced(Text text, String by) -> {
                    lines.add(in(text));
                    if (all) {
                        lines.add(words.saidBy(by));
                    }
                    yield says(Tone.NEWS, words.announced());
                }
                case About.AnnouncementWithdrawn(Text text) -> {
                    lines.add(in(text));
                    yield says(Tone.NEWS, words.announcementWithdrawn());
                }
                case About.Standing(PhaseView phase, List<Trouble> open) -> standing(phase, shown(open));
                case About.Resumed ignored -> says(Tone.NEWS, words.resumed());
                case About.Ended(List<Trouble> open) -> ended(shown(open));
            };
        }

        private boolean decision(PhaseView phase) {
            DecisionView decision = phase.gate().decision();
            if (decision != null) {
                lines.add(in(decision.question()));
                if (decision.role() != null) {
                    lines.add(words.toBeSaidBy(decision.role(), decision.people(), decision.approvals()));
                }
            }
            return says(Tone.WARNING, words.decisionWanted(in(phase.title())));
        }

        private boolean troubled(About.Troubled troubled) {
            List<Trouble> began = shown(troubled.began());
            List<About.Over> over =
                    troubled.over().stream().filter(one -> shown(one.trouble())).toList();
            if (began.isEmpty() && over.isEmpty()) {
                return false;
            }
            List<Trouble> open = shown(troubled.open());
            if (all) {
                list(began.stream().map(this::inWords).toList());
                list(over.stream()
                        .map(one -> words.troubleOver(
                                one.trouble().kind(),
                                in(one.trouble().title()),
                                one.well(),
                                Durations.between(one.trouble().since(), one.at())))
                        .toList());
                if (began.size() != open.size()) {
                    lines.add(words.open(open.size()));
                }
            } else if (!open.isEmpty()) {
                lines.add(words.beingWorkedOn());
            }
            if (!began.isEmpty()) {
                boolean outOfSight = areOutOfSight(began);
                return says(
                        outOfSight ? Tone.WARNING : Tone.BAD,
                        words.troublesBegan(began.size(), only(began), outOfSight));
            }
            List<Trouble> ended = over.stream().map(About.Over::trouble).toList();
            if (over.stream().allMatch(one -> one.well() && !one.told())) {
                return says(Tone.WARNING, words.troublesPassed(ended.size(), only(ended)));
            }
            return over.stream().allMatch(About.Over::well)
                    ? says(Tone.GOOD, words.troublesOver(ended.size(), only(ended), areOutOfSight(ended)))
                    : says(Tone.NEWS, words.troublesSetAside(ended.size(), only(ended)));
        }

        private boolean still(List<Trouble> open) {
            if (all) {
                list(open.stream().map(this::inWords).toList());
            } else {
                lines.add(words.beingWorkedOn());
            }
            boolean outOfSight = areOutOfSight(open);
            return !open.isEmpty()
                    && says(outOfSight ? Tone.WARNING : Tone.BAD, words.troublesStill(open.size(), outOfSight));
        }

        private boolean standing(@Nullable PhaseView phase, List<Trouble> open) {
            if (phase != null) {
                if (phase.startedAt() != null) {
                    lines.add(words.since(time(phase.startedAt())));
                }
                progress(phase);
            }
            if (!open.isEmpty()) {
                lines.add(words.open(open.size()));
            }
            endExpected(end());
            return says(Tone.NEWS, words.standing(phase == null ? null : in(phase.title())));
        }

        /** As far as the lane that is behind all others. */
        private void progress(PhaseView phase) {
            List<LaneView> lanes = phase.lanes();
            if (!lanes.isEmpty() && lanes.stream().allMatch(lane -> lane.percent() != null)) {
                double least = lanes.stream()
                        .map(LaneView::percent)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .min()
                        .orElse(0);
                if (least >= 1) {
                    lines.add(words.progress((int) least));
                }
            }
        }

        private boolean ended(List<Trouble> open) {
            if (run.startedAt() != null && run.endedAt() != null) {
                lines.add(words.took(
                        Durations.between(run.startedAt(), run.endedAt()), time(run.startedAt()), time(run.endedAt())));
            }
            if (all) {
                list(open.stream().map(this::inWords).toList());
            }
            return says(run.state() == RunState.COMPLETED ? Tone.GOOD : Tone.WARNING, words.ended(run.state()));
        }

        // --- parts

        private boolean says(Tone how, String what) {
            tone = how;
            title = words.mode(run.mode()) + in(run.title()) + (words.code().equals("fr") ? " : " : ": ") + what;
            return true;
        }

        private String inWords(Trouble trouble) {
            return words.trouble(
                    trouble.kind(), in(trouble.title()), time(trouble.since()), trouble.expected(), trouble.saw());
        }

        private void list(List<String> all) {
            all.stream().limit(MOST_LISTED).forEach(lines::add);
            if (all.size() > MOST_LISTED) {
                lines.add(words.more(all.size() - MOST_LISTED));
            }
        }

        private @Nullable String only(List<Trouble> troubles) {
            return all && troubles.size() == 1 ? in(troubles.getFirst().title()) : null;
        }

        private static boolean areOutOfSight(List<Trouble> troubles) {
            return troubles.stream().allMatch(trouble -> trouble.kind().isOutOfSight());
        }

        /** The public is told of what broke, not of what we cannot see. */
        private boolean shown(Trouble trouble) {
            return all || !trouble.kind().isOutOfSight();
        }

        private List<Trouble> shown(List<Trouble> troubles) {
            return troubles.stream().filter(this::shown).toList();
        }

        private @Nullable Span end() {
            return run.forecast() == null ? null : run.forecast().end();
        }

        private void endExpected(@Nullable Span end) {
            if (end != null) {
                lines.add(words.endExpected(time(end.p50()), time(end.p90())));
            }
        }

        private @Nullable String reason(PhaseView phase) {
            return all ? phase.reason() : null;
        }

        private String took(PhaseView phase) {
            return phase.startedAt() == null || phase.endedAt() == null
                    ? "?"
                    : Durations.between(phase.startedAt(), phase.endedAt());
        }

        private String in(Text text) {
            return text.in(words.code());
        }

        /** With its day, unless that is today. */
        private String time(Instant at) {
            boolean today = at.atZone(run.timezone())
                    .toLocalDate()
                    .equals(notice.at().atZone(run.timezone()).toLocalDate());
            return words.time(at, run.timezone(), !today);
        }

        Message message() {
            if (notice.nextUpdateAt() != null) {
                lines.add(words.nextUpdate(time(notice.nextUpdateAt())));
            }
            URI link = page == null ? null : page.resolve("/runs/" + run.run());
            return new Message(
                    notice.id(), run.run(), notice.at(), notice.about().kind(), tone, title, lines, link);
        }
    }
}
