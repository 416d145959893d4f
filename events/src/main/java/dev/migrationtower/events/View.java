package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of a run as it stands after an event, ready to be shown. Whoever keeps the newest view of each part (the run, each of its
 * phases by id, each check by key) has the whole state, and needs no rules of its own.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = View.RunView.class, name = "run"),
    @JsonSubTypes.Type(value = View.PhaseView.class, name = "phase"),
    @JsonSubTypes.Type(value = View.CheckView.class, name = "check"),
    @JsonSubTypes.Type(value = ForecastView.class, name = "forecast"),
    @JsonSubTypes.Type(value = View.Note.class, name = "note"),
    @JsonSubTypes.Type(value = View.Rejection.class, name = "rejection")
})
public sealed interface View
        permits View.RunView, View.PhaseView, View.CheckView, ForecastView, View.Note, View.Rejection {

    /**
     * The run with all of its phases, in the order of the plan.
     *
     * @param revision the revision it reflects
     * @param plan the id of the plan
     * @param planVersion how often a plan was loaded for this run
     * @param owner who answers for it
     * @param loadedAt when its plan was first loaded
     * @param timezone the zone in which people are told times
     * @param rollback whether the run is on its way back
     * @param proposals why a rollback is proposed, one sentence each; empty if none is
     * @param nextUpdateAt when people are told more at the latest; absent: nobody promised
     * @param announce when people outside are told; absent: the plan says nothing of it
     * @param phases those of the plan, then those of its rollback
     * @param forecast absent: before the start and after the end
     * @param openToPublic whether people who did not sign in may see what is meant for everybody; absent: no
     * @param walls the links by which screens on walls show it; absent in old records: none
     */
    record RunView(
            String run,
            long revision,
            String plan,
            int planVersion,
            Text title,
            @Nullable String owner,
            List<Link> links,
            RunMode mode,
            RunState state,
            ZoneId timezone,
            @Nullable Window window,
            Instant loadedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            boolean rollback,
            List<String> proposals,
            List<AnnouncementView> announcements,
            @Nullable Instant nextUpdateAt,
            @Nullable AnnounceView announce,
            List<PhaseView> phases,
            @Nullable ForecastView forecast,
            @Nullable Boolean openToPublic,
            @Nullable List<WallView> walls)
            implements View {
        public RunView {
            links = List.copyOf(links);
            proposals = List.copyOf(proposals);
            announcements = List.copyOf(announcements);
            phases = List.copyOf(phases);
            walls = walls == null ? List.of() : List.copyOf(walls);
        }

        /** The same run with this phase in the place of the one of the same id. */
        public RunView with(PhaseView newer, long at) {
            List<PhaseView> replaced = phases.stream()
                    .map(phase -> phase.id().equals(newer.id()) ? newer : phase)
                    .toList();
            return with(at, replaced, forecast);
        }

        /** The same run with this forecast. */
        public RunView with(ForecastView newer, long at) {
            return with(at, phases, newer);
        }

        private RunView with(long at, List<PhaseView> newPhases, @Nullable ForecastView newForecast) {
            return new RunView(
                    run,
                    at,
                    plan,
                    planVersion,
                    title,
                    owner,
                    links,
                    mode,
                    state,
                    timezone,
                    window,
                    loadedAt,
                    startedAt,
                    endedAt,
                    rollback,
                    proposals,
                    announcements,
                    nextUpdateAt,
                    announce,
                    newPhases,
                    newForecast,
                    openToPublic,
                    walls);
        }
    }

    /** Where people find more; {@code rel} is the plan's own word, such as {@code runbook}. */
    record Link(String rel, String href) {}

    /** The hours that were promised. */
    record Window(Instant opens, Instant closes) {}

    /**
     * A phase, what is done in it, and its gate.
     *
     * @param revision the revision it reflects
     * @param rollback whether it belongs to the way back
     * @param breaches how many of the expectations it holds are breached now
     * @param estimateSeconds how long the plan thinks it takes, half of the times
     * @param estimateP90Seconds the same, nine times of ten
     * @param waitedSeconds how much of its time it waited for people's decision
     * @param waitingSince since when it does so now; absent: it does not
     * @param reason why it was skipped or failed
     */
    record PhaseView(
            String id,
            long revision,
            Text title,
            boolean rollback,
            PhaseState state,
            int breaches,
            @Nullable Long estimateSeconds,
            @Nullable Long estimateP90Seconds,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            long waitedSeconds,
            @Nullable Instant waitingSince,
            @Nullable String reason,
            List<TaskView> tasks,
            List<LaneView> lanes,
            @Nullable NoReturn pointOfNoReturn,
            List<WaiverView> waivers,
            GateView gate)
            implements View {
        public PhaseView {
            tasks = List.copyOf(tasks);
            lanes = List.copyOf(lanes);
            waivers = List.copyOf(waivers);
        }
    }

    /**
     * After which a rollback means more.
     *
     * @param afterStep passed once this step is done in any lane; absent: passed when the phase begins
     * @param passedAt absent: not yet
     */
    record NoReturn(
            @Nullable String afterStep,
            @Nullable Text note,
            @Nullable Instant passedAt) {}

    /**
     * What closes a phase.
     *
     * @param revision the revision at which the result or a decision last changed: a decision refers to it
     * @param since when it began to say what it says
     * @param goAt when it will say go if nothing changes; absent unless all criteria are met and must hold a while longer
     * @param criteria what is required, as the plan says it; the verdict per item stands in each {@link CheckView}
     */
    record GateView(
            GateResult result,
            long revision,
            Instant since,
            @Nullable Instant goAt,
            int met,
            int notMet,
            int unknown,
            int waived,
            List<CriterionView> criteria,
            @Nullable DecisionView decision) {
        public GateView {
            criteria = List.copyOf(criteria);
        }

        /** How many things are asked for, waived ones too. */
        public int total() {
            return met + notMet + unknown + waived;
        }
    }

    /**
     * One thing that a gate asks for.
     *
     * @param kind {@code check}: every item of a check is in a state; {@code tasks}, {@code steps}: those named in {@code ids} are
     *     done, steps in every lane; {@code at-least}: so many of others
     * @param derived whether a deviation asks for it
     * @param needed for {@code at-least}: of how many of {@code of}
     */
    record CriterionView(
            String kind,
            @Nullable String check,
            @Nullable String state,
            boolean derived,
            List<String> ids,
            @Nullable Integer needed,
            List<CriterionView> of) {
        public CriterionView {
            ids = List.copyOf(ids);
            of = List.copyOf(of);
        }
    }

    /**
     * What a person must say before the phase is passed.
     *
     * @param people who may say it; empty: anybody
     * @param notAuthorOf whoever acted in one of these phases may not approve
     */
    record DecisionView(
            @Nullable String role,
            List<String> people,
            int approvals,
            Text question,
            List<String> notAuthorOf,
            List<Said> said) {
        public DecisionView {
            people = List.copyOf(people);
            notAuthorOf = List.copyOf(notAuthorOf);
            said = List.copyOf(said);
        }
    }

    /** What a person said at a gate. */
    record Said(String by, boolean go, Instant at, @Nullable String reason) {}

    /**
     * One item of a check: what is expected of it now, and what was seen.
     *
     * @param revision the revision it reflects
     * @param verdict the worst of its expectations; absent while no phase expects anything of it
     * @param since since when the verdict is so
     * @param severity {@code gate}, {@code warn} or {@code info}: what it means that it is not as expected
     * @param say how people are told; absent: the plan has no words for it
     * @param saw the newest look; absent before the first
     */
    record CheckView(
            String run,
            String check,
            String item,
            long revision,
            String probe,
            Text title,
            @Nullable String link,
            String severity,
            @Nullable Verdict verdict,
            @Nullable Instant since,
            @Nullable Text say,
            List<ExpectationView> expectations,
            @Nullable Sight saw)
            implements View {
        public CheckView {
            expectations = List.copyOf(expectations);
        }

        /** Which check it is. */
        public CheckKey key() {
            return new CheckKey(run, check, item);
        }
    }

    /**
     * That the check is in a state, for a phase.
     *
     * @param phase the phase that asks for it
     * @param held false: a criterion of the active gate; true: the gate was passed, and it must stay so
     * @param state the named state of the check
     * @param expected its condition, as written in the plan
     * @param saw the values that the condition looked at, or why there are none: {@code status 200}
     * @param since since when the verdict is so
     * @param breachedSince for a held one: since when it is broken
     * @param flaps for a held one: how often it failed too shortly for a breach
     * @param waived whether the gate may pass without it
     * @param proven whether it was ever seen not met, in this run or an earlier one: what cannot fail proves nothing
     */
    record ExpectationView(
            String phase,
            boolean held,
            String state,
            String expected,
            String saw,
            Verdict verdict,
            Instant since,
            @Nullable Instant breachedSince,
            int flaps,
            boolean waived,
            boolean proven) {}

    /**
     * What the newest look saw.
     *
     * @param freshUntil when it stops to be evidence
     * @param values what was read; empty if nothing could be
     * @param states those named states of the check whose condition is true of it
     * @param cause why nothing could be seen, for machines; absent if something could
     * @param message the same for people
     */
    record Sight(
            Instant observedAt,
            Instant freshUntil,
            long tookMillis,
            String instance,
            Map<String, Object> values,
            List<String> states,
            @Nullable String cause,
            @Nullable String message,
            @Nullable Evidence evidence) {
        public Sight {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
            states = List.copyOf(states);
        }
    }

    /** Something said for the record. */
    record Note(String text) implements View {}

    /**
     * A command that was not carried out.
     *
     * @param status the HTTP status that says it best: 409 when the run changed meanwhile, 422 when it makes no sense here
     * @param problems what is wrong, one sentence each; for a plan with line and column
     */
    record Rejection(String command, int status, List<String> problems) implements View {
        public Rejection {
            problems = List.copyOf(problems);
        }
    }
}
