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
    @JsonSubTypes.Type(value = View.Note.class, name = "note"),
    @JsonSubTypes.Type(value = View.Rejection.class, name = "rejection")
})
public sealed interface View {

    /**
     * The run with all of its phases, in the order of the plan.
     *
     * @param revision the revision it reflects
     * @param loadedAt when its plan was first loaded
     * @param timezone the zone in which people are told times
     */
    record RunView(
            String run,
            long revision,
            Text title,
            RunMode mode,
            RunState state,
            ZoneId timezone,
            @Nullable Window window,
            Instant loadedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            List<PhaseView> phases)
            implements View {
        public RunView {
            phases = List.copyOf(phases);
        }
    }

    /** The hours that were promised. */
    record Window(Instant opens, Instant closes) {}

    /**
     * A phase and its gate.
     *
     * @param revision the revision it reflects
     * @param breaches how many of the expectations it holds are breached now
     * @param estimateSeconds how long the plan thinks it takes
     */
    record PhaseView(
            String id,
            long revision,
            Text title,
            PhaseState state,
            int breaches,
            @Nullable Long estimateSeconds,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            GateView gate)
            implements View {}

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
            List<CriterionView> criteria,
            @Nullable DecisionView decision) {
        public GateView {
            criteria = List.copyOf(criteria);
        }
    }

    /** Every item of a check in a state. */
    record CriterionView(String check, String state) {}

    /** What a person must say before the phase is passed. */
    record DecisionView(@Nullable String role, int approvals, Text question, List<Said> said) {
        public DecisionView {
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
            @Nullable Verdict verdict,
            @Nullable Instant since,
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
     */
    record ExpectationView(
            String phase,
            boolean held,
            String state,
            String expected,
            String saw,
            Verdict verdict,
            Instant since,
            @Nullable Instant breachedSince) {}

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
