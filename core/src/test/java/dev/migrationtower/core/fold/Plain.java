package dev.migrationtower.core.fold;

import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.DecisionView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.GateView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run as it stands, without how it came to stand so: no revisions, no {@code since}, not who said what when. Without the forecast
 * too, which is told when it moved enough, compared with the one told last.
 */
final class Plain {
    private Plain() {}

    /** How two runs differ: what is so in the one, and what in the other. */
    static List<String> differences(Night one, Night other) {
        List<String> is = of(one);
        List<String> isToo = of(other);
        return Stream.concat(
                        is.stream().filter(part -> !isToo.contains(part)),
                        isToo.stream().filter(part -> !is.contains(part)))
                .toList();
    }

    /** The run, its phases, its checks. */
    private static List<String> of(Night night) {
        RunView run = night.run().view();
        Stream<Object> itself = Stream.of(
                run.state(),
                "rollback: " + run.rollback(),
                "started: " + run.startedAt(),
                "ended: " + run.endedAt(),
                "proposed: " + run.proposals(),
                run.announcements(),
                "next update: " + run.nextUpdateAt());
        Stream<Object> phases = run.phases().stream().map(Plain::plain);
        Stream<Object> checks = night.run().checkViews().stream().map(Plain::plain);
        return Stream.of(itself, phases, checks)
                .flatMap(part -> part)
                .map(Object::toString)
                .toList();
    }

    private static PhaseView plain(PhaseView phase) {
        Instant waits = phase.waitingSince() == null ? null : Instant.EPOCH;
        return new PhaseView(
                phase.id(),
                0,
                phase.title(),
                phase.rollback(),
                phase.state(),
                phase.breaches(),
                phase.estimateSeconds(),
                phase.estimateP90Seconds(),
                phase.startedAt(),
                phase.endedAt(),
                0,
                waits,
                phase.reason(),
                phase.tasks(),
                phase.lanes().stream().map(Plain::plain).toList(),
                phase.pointOfNoReturn(),
                phase.waivers(),
                plain(phase.gate()));
    }

    private static LaneView plain(LaneView lane) {
        return new LaneView(
                lane.id(),
                lane.state(),
                Instant.EPOCH,
                lane.aliveAt(),
                lane.percent(),
                lane.steps(),
                lane.unmatched(),
                lane.samples());
    }

    private static GateView plain(GateView gate) {
        DecisionView decision = gate.decision();
        return new GateView(
                gate.result(),
                0,
                Instant.EPOCH,
                gate.goAt(),
                gate.met(),
                gate.notMet(),
                gate.unknown(),
                gate.waived(),
                gate.criteria(),
                decision == null
                        ? null
                        : new DecisionView(
                                decision.role(),
                                decision.people(),
                                decision.approvals(),
                                decision.question(),
                                decision.notAuthorOf(),
                                List.of()));
    }

    private static CheckView plain(CheckView check) {
        return new CheckView(
                check.run(),
                check.check(),
                check.item(),
                0,
                check.probe(),
                check.title(),
                check.link(),
                check.severity(),
                check.verdict(),
                check.since() == null ? null : Instant.EPOCH,
                check.say(),
                check.expectations().stream().map(Plain::plain).toList(),
                check.saw());
    }

    private static ExpectationView plain(ExpectationView expected) {
        return new ExpectationView(
                expected.phase(),
                expected.held(),
                expected.state(),
                expected.expected(),
                expected.saw(),
                expected.verdict(),
                Instant.EPOCH,
                expected.breachedSince(),
                expected.flaps(),
                expected.waived(),
                expected.proven());
    }
}
