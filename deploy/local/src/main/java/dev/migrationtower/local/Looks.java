package dev.migrationtower.local;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.events.Observation;
import dev.migrationtower.local.PreflightReport.Spent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One look of one kind of probe at each item that it is for. */
final class Looks {
    private static final String RUN = "preflight";
    /** For a look and its way through Kafka; the probe gives up earlier, and says why. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String kind;
    private final String probe;
    private final URI metrics;
    private final List<Subject> subjects;
    private final Starting starting;
    private final Clock clock;

    private record Subject(Check check, Check.Item item) {
        CompletableFuture<Observation> by(Lookout lookout) {
            return lookout.look(check.asked(RUN, item, null));
        }
    }

    /** What came of them, in their order, and what was spent on them. */
    record Seen(List<Sighting> sightings, List<Spent> spent) {}

    /**
     * @param address of the probe
     * @param checks of the plan, of all kinds
     */
    Looks(String kind, URI address, Collection<Check> checks, Starting starting, Clock clock) {
        this.kind = kind;
        this.starting = starting;
        this.clock = clock;
        probe = "probe-" + kind;
        metrics = address.resolve("/q/metrics");
        subjects = checks.stream()
                .filter(check -> check.probe().equals(kind))
                .flatMap(check -> check.items().stream().map(item -> new Subject(check, item)))
                .toList();
    }

    /** Takes them, once the probe is ready; one that does not get ready sees nothing. */
    Seen take(Lookout lookout) throws InterruptedException {
        try {
            starting.await(probe);
        } catch (Refusal refusal) {
            String why = String.valueOf(refusal.getMessage());
            return new Seen(
                    subjects.stream()
                            .map(one -> Sighting.none(one.check, one.item, "no-probe", why))
                            .toList(),
                    List.of());
        }
        return VendorProbe.of(kind).isPresent() ? counted(lookout) : atOnce(lookout);
    }

    /** One after the other, so that it can be told what each cost. */
    private Seen counted(Lookout lookout) throws InterruptedException {
        List<Sighting> sightings = new ArrayList<>();
        VendorRequests before = VendorRequests.of(metrics);
        for (Subject subject : subjects) {
            Sighting sighting = sighting(subject, subject.by(lookout));
            VendorRequests after = VendorRequests.of(metrics);
            sightings.add(sighting.costing(after.total() - before.total()));
            before = after;
        }
        List<Spent> spent = new ArrayList<>();
        before.byAccount()
                .forEach((name, account) -> spent.add(new Spent(kind, name, account.requests(), account.left())));
        return new Seen(sightings, spent);
    }

    /** What they look at is no vendor who counts. */
    private Seen atOnce(Lookout lookout) throws InterruptedException {
        List<CompletableFuture<Observation>> looks =
                subjects.stream().map(subject -> subject.by(lookout)).toList();
        List<Sighting> sightings = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            sightings.add(sighting(subjects.get(i), looks.get(i)));
        }
        return new Seen(sightings, List.of());
    }

    private Sighting sighting(Subject subject, CompletableFuture<Observation> look) throws InterruptedException {
        try {
            Observation seen = look.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return Sighting.of(subject.check, subject.item, seen, clock.instant());
        } catch (TimeoutException e) {
            String why = probe + " told nothing within " + PATIENCE.toSeconds() + " s. Its last words: "
                    + starting.lastWords(probe);
            return Sighting.none(subject.check, subject.item, "no-answer", why);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the look at " + subject.check.id() + " failed", e);
        }
    }
}
