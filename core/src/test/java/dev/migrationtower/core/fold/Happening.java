package dev.migrationtower.core.fold;

import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.of;
import static net.jqwik.api.Combinators.combine;

import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.PlanReader;
import dev.migrationtower.core.plan.PlanReading;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.Signal;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.PhaseView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Something that happens to a run of the {@link WholeNight}. */
record Happening(String words, Consumer<Night> what) {
    static final Plan PLAN = ((PlanReading.Readable) PlanReader.read(WholeNight.PLAN)).plan();
    static final List<Deed> DEEDS = Deed.in(PLAN);

    private static final List<String> PEOPLE = List.of("anna", "ben", "cleo", "dan");
    private static final List<String> HOSTS = List.of("api-1", "dwh-1", "other-1");
    private static final List<String> LINES = List.of(
            "Start script",
            "alive",
            "ke - In progress",
            "ke 40 %",
            "ke 70 %",
            "ke - Done",
            "answers - In progress",
            "answers - Done",
            "error: deadlock detected",
            "Connected to server");

    /** What each state looks like. */
    static final Map<String, Outcome.Reading> LOOKS = Map.of(
            "closed", reading("status", 503),
            "open", reading("status", 200),
            "critical", reading("status", 507),
            "drained", reading("sessions", 0),
            "migrating", reading("sessions", 2),
            "normal", reading("sessions", 9));

    void to(Night night) {
        what.accept(night);
    }

    /** A run to which all this happened, the first of it before the start. */
    static Night after(List<Happening> happenings) {
        Night night = WholeNight.loaded();
        withStart(happenings).forEach(happening -> happening.to(night));
        return night;
    }

    /** The same with the start of the run in its place. */
    static List<Happening> withStart(List<Happening> happenings) {
        List<Happening> all = new ArrayList<>(happenings);
        all.add(Math.min(2, all.size()), told("anna", new Action.Start()));
        return all;
    }

    /** A night's happenings; often enough what moves it on, so that it comes to its later phases. */
    static Arbitrary<List<Happening>> night() {
        return Arbitraries.frequencyOf(
                        Tuple.of(10, look()),
                        Tuple.of(3, late()),
                        Tuple.of(2, blind()),
                        Tuple.of(6, line()),
                        Tuple.of(2, ping()),
                        Tuple.of(1, measure()),
                        Tuple.of(8, deed()),
                        Tuple.of(2, opposite()),
                        Tuple.of(4, thereAndBack()),
                        Tuple.of(2, Arbitraries.just(new Happening("by hand", Happening::goesWrong))),
                        Tuple.of(1, Arbitraries.just(new Happening("silence", Happening::isSilent))),
                        Tuple.of(1, Arbitraries.just(new Happening("a full disk", Happening::fillsTheDisk))),
                        Tuple.of(2, waiver()),
                        Tuple.of(8, pause()),
                        Tuple.of(6, Arbitraries.just(new Happening("all goes well", Happening::goesWell))),
                        Tuple.of(
                                1,
                                Arbitraries.just(new Happening("loaded again", night -> night.loads(WholeNight.PLAN)))))
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Happening> look() {
        return of("app/one", "app/two", "db/db", "disk/disk")
                .flatMap(key -> of(PLAN.check(check(key)).states().keySet()).map(state -> looks(key, state, 0)));
    }

    private static Arbitrary<Happening> late() {
        return combine(
                        of("app/one", "app/two"),
                        of("closed", "open"),
                        integers().between(1, 20))
                .as(Happening::looks);
    }

    private static Happening looks(String key, String state, int secondsAgo) {
        return new Happening(
                key + " " + state + " " + secondsAgo + " s ago",
                night -> night.sees(
                        check(key), item(key), LOOKS.get(state), night.now().minusSeconds(secondsAgo)));
    }

    private static Arbitrary<Happening> blind() {
        return of("app/one", "db/db", "migrate.follow/migrate.follow")
                .map(key -> new Happening(
                        key + " cannot be seen", night -> night.seesNothing(check(key), item(key), "timeout")));
    }

    private static Arbitrary<Happening> line() {
        return combine(of(HOSTS), of(LINES), integers().between(0, 40))
                .as((host, text, ago) -> new Happening(
                        host + " wrote " + text + " " + ago + " s ago",
                        night -> night.logs(
                                WholeNight.LOG, host, text, night.now().minusSeconds(ago))));
    }

    private static Arbitrary<Happening> ping() {
        return combine(of("api", "dwh"), of("ke", "answers"), of(Signal.class))
                .as((lane, step, signal) -> new Happening(
                        lane + " pings " + step + " " + signal, night -> night.pings(lane, step, signal)));
    }

    private static Arbitrary<Happening> measure() {
        return integers()
                .between(0, 100)
                .map(percent -> new Happening(
                        "a probe sees " + percent + " %",
                        night -> night.sees(WholeNight.PROGRESS, WholeNight.PROGRESS, "percent", percent)));
    }

    private static Arbitrary<Happening> deed() {
        return combine(of(PEOPLE), of(DEEDS)).as((author, deed) -> told(author, deed.there()));
    }

    private static Arbitrary<Happening> opposite() {
        return combine(of(PEOPLE), of(DEEDS))
                .as((author, deed) -> new Happening(
                        author + ": the opposite of " + deed,
                        night -> night.tellAs(author, deed.back().apply(night))));
    }

    /** Each kind of deed as often as any other, however many of a kind there are. */
    private static Arbitrary<Happening> thereAndBack() {
        Map<String, List<Deed>> kinds = DEEDS.stream()
                .collect(Collectors.groupingBy(
                        deed -> deed.there().getClass().getName(), TreeMap::new, Collectors.toList()));
        Arbitrary<Deed> deeds = Arbitraries.oneOf(
                kinds.values().stream().map(deedsOfAKind -> of(deedsOfAKind)).toList());
        return combine(of(PEOPLE), deeds)
                .as((author, deed) -> new Happening(author + ": " + deed + ", and takes it back", night -> {
                    night.tellAs(author, deed.there());
                    night.tellAs(author, deed.back().apply(night));
                }));
    }

    private static Arbitrary<Happening> waiver() {
        return combine(
                        of(PLAN.allPhases()),
                        of("check/app", "check/db", "task/count", "step/api"),
                        integers().between(1, 30))
                .as((phase, criterion, seconds) -> new Happening(
                        criterion + " waived in " + phase.id() + " for " + seconds + " s",
                        night -> night.tell(new Action.Waive(
                                phase.id(), criterion, night.now().plusSeconds(seconds)))));
    }

    private static Happening told(String author, Action action) {
        return new Happening(author + ": " + action, night -> night.tellAs(author, action));
    }

    private static Arbitrary<Happening> pause() {
        return of(0, 100, 400, 1_000, 2_000, 3_000, 10_000, 70_000, 400_000, 1_200_000)
                .map(millis -> new Happening(millis + " ms pass", night -> night.after(Duration.ofMillis(millis))));
    }

    /** Everything that the phase under way asks for comes true, and those who have a say in it agree. */
    static void goesWell(Night night) {
        night.run().view().phases().stream()
                .filter(phase -> phase.state() == PhaseState.ACTIVE || phase.state() == PhaseState.AWAITING_DECISION)
                .findFirst()
                .ifPresent(phase -> goesWell(night, phase));
    }

    private static void goesWell(Night night, PhaseView phase) {
        phase.tasks()
                .forEach(task ->
                        PEOPLE.forEach(author -> night.tellAs(author, new Action.Done(phase.id(), task.id(), null))));
        phase.lanes()
                .forEach(lane -> lane.steps()
                        .forEach(step -> night.logs(WholeNight.LOG, lane.id() + "-1", step.id() + " - Done")));
        night.run()
                .checkViews()
                .forEach(check -> check.expectations().stream()
                        .filter(expected -> !expected.held())
                        .map(ExpectationView::state)
                        .forEach(state -> night.sees(check.check(), check.item(), LOOKS.get(state), night.now())));
        night.after(2);
        PEOPLE.forEach(author -> night.tellAs(author, new Action.Go(phase.id())));
    }

    /** Somebody opens what is held closed, and it stays so. */
    private static void goesWrong(Night night) {
        night.sees("app", "one", LOOKS.get("open"), night.now()).after(4);
    }

    /** For more than the minute after which it speaks for a rollback. */
    private static void fillsTheDisk(Night night) {
        for (int look = 0; look < 8; look++) {
            night.sees("disk", "disk", LOOKS.get("critical"), night.now()).after(9);
        }
        night.sees("disk", "disk", LOOKS.get("open"), night.now());
    }

    /** For a quarter of an hour and more, the log is read and has nothing. */
    private static void isSilent(Night night) {
        for (int look = 0; look < 110; look++) {
            night.hears(WholeNight.LOG).after(9);
        }
    }

    private static Outcome.Reading reading(String value, Object is) {
        return new Outcome.Reading(Map.of(value, is));
    }

    private static String check(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    private static String item(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    @Override
    public String toString() {
        return words;
    }
}
